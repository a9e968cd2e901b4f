using BackPain.Stats.Data.Problems;
using BackPain.Stats.Estimation;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>A row is all persons with the same values in the columns that are asked about, as an engine grouped them. Its values mean what they mean in a row of one person.</summary>
internal sealed class RawSumsSource(CsvTable table, ReadingPlan plan, DesignLedger ledger, ProblemLog log) : RowSource(table, plan, log)
{
    private readonly List<KeyReader> readers = [];
    private RawDesignReader? persons;
    private int[] outcomePlaces = [];
    private (int Place, KeyColumn Outcome)[] comparable = [];

    protected override TabulationBuilder Prepare()
    {
        var outcomes = Plan.Outcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        var replicates = Plan.Design.Replicates is { } columns ? new ReplicateFinder(Table, RawSumsFormat.ColumnsIn(Table.Header), Log).Find(columns, Plan.Design.Weight!) : [];
        var builder = new TabulationBuilder([.. DesignReader.KeysOf(Plan), KeyColumn.Outside, .. Plan.ByKeys, .. outcomes], Plan.Design.Weight is { } weight ? new Weighting(weight, replicates) : null);
        persons = new RawDesignReader(Table, Plan, replicates, builder, ledger);
        var outside = builder.PlaceOf(KeyColumn.Outside);
        Domain = new DomainReader(Table.Find, Plan, builder, outside);
        outcomePlaces = [.. outcomes.Select(builder.PlaceOf)];
        readers.AddRange(Plan.StratumReaders(Table.Find, Table.DecimalComma, builder, outside + 1));
        readers.AddRange(Plan.Outcomes.Zip(outcomePlaces, (outcome, place) => new OutcomeReader(Table.Find(outcome.Column), Plan.Codebook.FieldOf(outcome.Column), Plan.MissingOf(outcome.Column, isQuantity: false), outcome.Codes, builder, place)));
        comparable = [.. RecallContradiction.Comparable(outcomes).Select(outcome => (builder.PlaceOf(outcome), outcome))];
        return builder;
    }

    /// <summary>Whoever grouped the rows grouped them by the columns that are asked about, and looked there whether the others exist.</summary>
    protected override void FindDeclared(string column)
    {
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        var standing = persons!.Read(Table, key, Log);
        if (standing == Standing.Refused || persons.Sums.N == 0)
            return;
        if (standing == Standing.Dropped)
        {
            AddOutside(Level.Dropped(persons.DropReason), key, builder, new Sums(persons.Sums.N, 0, 0));
            return;
        }
        if (!IsInside(key, builder, persons.Sums, persons.Replicates))
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
        builder.Add(key, persons.Sums, persons.Replicates);
    }

    protected override void Finish(TabulationBuilder builder) => readers.ForEach(reader => reader.Finish(Table, Log));

    private void LookForContradictions(int[] key, TabulationBuilder builder)
    {
        var answers = Array.ConvertAll(comparable, entry => builder.KindOf(entry.Place, key[entry.Place]));
        if (RecallContradiction.FirstIn(answers) is not { } found)
            return;
        var (shorter, longer) = (comparable[found.Shorter].Outcome, comparable[found.Longer].Outcome);
        Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.ContradictoryRecall, $"found a case in '{shorter.Name}' ({shorter.Recall!.InWords}) and a non-case in '{longer.Name}' ({longer.Recall!.InWords})"));
    }
}
