using BackPain.Stats.Data.Problems;
using BackPain.Stats.Estimation;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>A row is a person, and outcomes are columns.</summary>
internal sealed class IndividualSource(CsvTable table, ReadingPlan plan, ProblemLog log) : RowSource(table, plan, log)
{
    private readonly List<KeyReader> readers = [];
    private (int Place, KeyColumn Outcome)[] comparable = [];

    protected override TabulationBuilder Prepare()
    {
        var outcomes = Plan.Outcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        var builder = new TabulationBuilder([KeyColumn.Outside, .. Plan.ByKeys, .. outcomes]);
        Domain = new DomainReader(Table.Find, Plan, builder, 0);
        readers.AddRange(Plan.StratumReaders(Table.Find, Table.DecimalComma, builder, 1));
        foreach (var outcome in Plan.Outcomes)
        {
            var place = readers.Count + 1;
            readers.Add(new OutcomeReader(Table.Find(outcome.Column), Plan.Codebook.FieldOf(outcome.Column), Plan.MissingOf(outcome.Column, isQuantity: false), outcome.Codes, builder, place));
        }
        comparable = [.. RecallContradiction.Comparable(outcomes).Select(outcome => (1 + Plan.ByColumns.Count + outcomes.IndexOf(outcome), outcome))];
        return builder;
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        var person = Sums.Unweighted(1);
        if (!IsInside(key, builder, person))
            return;
        var complete = true;
        foreach (var reader in readers)
            complete &= reader.Read(Table, key, Log);
        if (!complete)
            return;
        builder.Add(key, person);
        if (Log.SeeksOddities)
            LookForContradictions(key, builder);
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
