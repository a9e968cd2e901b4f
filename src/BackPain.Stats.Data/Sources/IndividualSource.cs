using System.Runtime.CompilerServices;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Estimation;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>A row is a person, and outcomes are columns.</summary>
internal sealed class IndividualSource(CsvTable table, ReadingPlan plan, DesignLedger ledger, ProblemLog log) : RowSource(table, plan, log)
{
    private KeyReader[] readers = [];
    private DesignReader? design;
    private int[] outcomePlaces = [];
    private (int Place, KeyColumn Outcome)[] comparable = [];

    protected override TabulationBuilder Prepare()
    {
        var outcomes = Plan.Outcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        var replicates = Plan.Design.Replicates is { } columns ? new ReplicateFinder(Table, Table.Header, Log).Find(columns, Plan.Design.Weight!) : [];
        var builder = new TabulationBuilder([.. DesignReader.KeysOf(Plan), KeyColumn.Outside, .. Plan.ByKeys, .. outcomes], Plan.Design.Weight is { } weight ? new Weighting(weight, replicates) : null);
        if (!Plan.Design.IsEmpty)
            design = new DesignReader(Table, Plan, replicates, builder, ledger);
        var outside = builder.PlaceOf(KeyColumn.Outside);
        Domain = new DomainReader(Table.Find, Plan, builder, outside);
        outcomePlaces = [.. outcomes.Select(builder.PlaceOf)];
        readers =
        [
            .. Plan.StratumReaders(Table.Find, Table.DecimalComma, builder, outside + 1),
            .. Plan.Outcomes.Zip(outcomePlaces, (outcome, place) => new OutcomeReader(Table.Find(outcome.Column), Plan.Codebook.FieldOf(outcome.Column), Plan.MissingOf(outcome.Column, isQuantity: false), outcome.Codes, builder, place)),
        ];
        comparable = [.. RecallContradiction.Comparable(outcomes).Select(outcome => (builder.PlaceOf(outcome), outcome))];
        return builder;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Count(int[] key, TabulationBuilder builder)
    {
        var standing = design?.Read(Table, key, Log) ?? Standing.Sampled;
        if (standing == Standing.Refused)
            return;
        if (standing == Standing.Dropped)
        {
            AddOutside(Level.Dropped(design!.DropReason), key, builder, new Sums(1, 0, 0));
            return;
        }
        var person = design?.Person ?? Sums.Unweighted(1);
        var replicates = design is null ? default : design.Replicates;
        if (!IsInside(key, builder, person, replicates))
            return;
        var complete = true;
        foreach (var reader in readers)
            complete &= reader.Read(Table, key, Log);
        if (!complete)
            return;
        if (Log.SeeksOddities)
            LookForContradictions(key, builder);
        if (standing == Standing.Weightless)
        {
            foreach (var place in outcomePlaces)
                key[place] = builder.CodeOf(place, Level.Weightless);
        }
        builder.Add(key, person, replicates);
    }

    protected override void Finish(TabulationBuilder builder) => Array.ForEach(readers, reader => reader.Finish(Table, Log));

    private void LookForContradictions(int[] key, TabulationBuilder builder)
    {
        var answers = Array.ConvertAll(comparable, entry => builder.KindOf(entry.Place, key[entry.Place]));
        if (RecallContradiction.FirstIn(answers) is not { } found)
            return;
        var (shorter, longer) = (comparable[found.Shorter].Outcome, comparable[found.Longer].Outcome);
        Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.ContradictoryRecall, $"found a case in '{shorter.Name}' ({shorter.Recall!.InWords}) and a non-case in '{longer.Name}' ({longer.Recall!.InWords})"));
    }
}
