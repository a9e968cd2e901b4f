using System.Runtime.CompilerServices;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Domains;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A row is a person, or persons with the same answers, and outcomes are columns.</summary>
internal class IndividualSource(DataRows table, ReadingPlan plan, DesignLedger ledger, ProblemLog log) : RowSource(table, plan, log)
{
    private static readonly Sums OnePerson = Sums.Unweighted(1);

    private KeyReader[] readers = [];
    private PersonsReader? design;
    private FrequencyReader? frequency;
    private int[] outcomeIndexes = [];
    private (int Index, KeyColumn Outcome)[] comparable = [];

    /// <summary>What other files of the study said.</summary>
    protected DesignLedger Ledger => ledger;

    /// <summary>Who the rows are; null if nobody asks and no column is named like an id.</summary>
    public RowIdentity? Identity { get; private set; }

    /// <summary>The columns among which replicate weights are looked for.</summary>
    protected virtual IReadOnlyList<string> ReplicateNames => Table.Header;

    /// <summary>
    /// What reads how many persons a row is and where they are in the design;
    /// nothing where every row is one person of a simple random sample.
    /// </summary>
    protected virtual PersonsReader? ReaderOf(IReadOnlyList<Replicate> replicates, TabulationBuilder builder) =>
        Plan.Design.IsEmpty ? null : new DesignReader(Table, Plan, Values, replicates, builder, ledger);

    /// <inheritdoc/>
    public override IReadOnlyList<KeyReader> Readers => [.. design?.Keys ?? [], .. readers];

    protected override TabulationBuilder Prepare()
    {
        var outcomes = Plan.Outcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        var finder = new ReplicateFinder(Table, ReplicateNames, Plan.Folder, Log);
        var replicates = Plan.Design.Replicates is { } columns ? finder.Find(columns, Plan.Design.Weight!) : [];
        ledger.Scales = finder.Scales;
        var builder = new TabulationBuilder(
            [.. PersonsReader.KeysOf(Plan), KeyColumn.Outside, .. Plan.ByKeys, .. outcomes],
            Plan.Design.Weight is { } weight ? new Weighting(weight, replicates) : null);
        design = ReaderOf(replicates, builder);
        frequency = Plan.Persons.Frequency is { } times ? new FrequencyReader(Table.Find(times)) : null;
        Identity = RowIdentity.Of(Table, Plan, ledger.Ids);
        Domain = new DomainReader(Table.Find, Plan, Values, builder);
        outcomeIndexes = [.. outcomes.Select(builder.Columns.IndexOf)];
        readers =
        [
            .. Plan.StratumReaders(Table.Find, Values, Table.DecimalComma, builder),
            .. Plan.Outcomes.Zip(outcomeIndexes, (outcome, index) => new OutcomeReader(
                Table.Find(outcome.Column),
                Plan.MeaningOf(outcome),
                Values.Of(outcome.Column, Table.Find(outcome.Column)),
                builder,
                index)),
        ];
        comparable = [.. RecallContradiction.Comparable(outcomes).Select(outcome => (builder.Columns.IndexOf(outcome), outcome))];
        return builder;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Count(int[] key, TabulationBuilder builder)
    {
        Identity?.Look(Table, Log);
        var status = design?.Read(Table, key, Log) ?? SampleStatus.Sampled;
        var persons = design is null ? OnePerson : design.Persons;
        if (status is SampleStatus.Refused or SampleStatus.Dropped)
            Values.Look(Table);
        if (frequency?.TryMultiply(ref persons, Table, Log) == false)
            return;
        if (status == SampleStatus.Refused || persons.N == 0 || !CountHeads(persons.N))
            return;
        if (status == SampleStatus.Dropped)
        {
            AddOutside(Level.Dropped(design!.DropReason), key, builder, new Sums(persons.N, 0, 0));
            return;
        }
        var replicates = design is null ? default : design.Replicates;
        if (!IsInside(key, builder, persons, replicates))
            return;
        var complete = true;
        foreach (var reader in readers)
            complete &= reader.Read(Table, key, Log);
        if (!complete)
        {
            AddIfOutside(key, builder, persons, replicates);
            return;
        }
        if (Log.SeeksOddities)
            LookForContradictions(key, builder);
        if (status != SampleStatus.Sampled)
        {
            foreach (var index in outcomeIndexes)
            {
                var level = builder.LevelOf(index, key[index])!.Value;
                key[index] = builder.CodeOf(
                    index, level.Replaced(answer => WithoutWeight(status == SampleStatus.ReplicatesOnly ? answer.Kind : null)));
            }
        }
        builder.Add(key, persons, replicates);
    }

    protected override void Finish(TabulationBuilder builder) => Identity?.Report(Log);

    /// <summary>The answer of a person of weight 0, as far as replicate weights have a use for it.</summary>
    private static Level WithoutWeight(LevelKind? answer) =>
        answer == LevelKind.Case ? Level.ZeroWeightCase : answer == LevelKind.NonCase ? Level.ZeroWeightNonCase : Level.ZeroWeight;

    private void LookForContradictions(int[] key, TabulationBuilder builder)
    {
        var answers = Array.ConvertAll(comparable, entry => builder.KindOf(entry.Index, key[entry.Index]));
        if (RecallContradiction.FirstIn(answers) is not { } found)
            return;
        var (shorter, longer) = (comparable[found.Shorter].Outcome, comparable[found.Longer].Outcome);
        Log.Add(new Problem(
            Table.File, Table.Line, ProblemCodes.ContradictoryRecall,
            $"found a case in '{shorter.Name}' ({shorter.Recall!.InWords}) "
                + $"and a non-case in '{longer.Name}' ({longer.Recall!.InWords})"));
    }
}
