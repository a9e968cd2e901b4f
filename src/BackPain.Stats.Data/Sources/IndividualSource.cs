using BackPain.Stats.Data.Problems;
using BackPain.Stats.Estimation;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>A row is a person, and outcomes are columns.</summary>
internal sealed class IndividualSource(CsvTable table, ReadingPlan plan, ProblemLog log) : RowSource(table, plan, log)
{
    private readonly List<KeyReader> readers = [];
    private (int Place, KeyColumn Outcome)[] comparable = [];
    private DomainReader? domain;

    protected override TabulationBuilder Prepare()
    {
        var outcomes = Plan.Outcomes.Select(outcome => KeyColumn.Outcome(outcome.Column, outcome.Recall)).ToList();
        var builder = new TabulationBuilder([KeyColumn.Outside, .. Plan.ByKeys, .. outcomes]);
        domain = new DomainReader(Table.Find, Plan, builder, 0);
        readers.AddRange(Plan.StratumReaders(Table.Find, Table.DecimalComma, builder, 1));
        foreach (var outcome in Plan.Outcomes)
        {
            var place = readers.Count + 1;
            readers.Add(new OutcomeReader(Table.Find(outcome.Column), Plan.Codebook.FieldOf(outcome.Column), Plan.MissingOf(outcome.Column, isQuantity: false), outcome.Codes, builder, place));
            // Both levels get their codes now, so that every outcome has them in this order.
            (_, _) = (builder.CodeOf(place, Level.Case), builder.CodeOf(place, Level.NonCase));
        }
        comparable = [.. RecallContradiction.Comparable(outcomes).Select(outcome => (1 + Plan.ByColumns.Count + outcomes.IndexOf(outcome), outcome))];
        return builder;
    }

    protected override void Count(int[] key, TabulationBuilder builder)
    {
        var person = Sums.Unweighted(1);
        if (!IsInside(domain!, key, builder, person))
            return;
        var complete = true;
        foreach (var reader in readers)
            complete &= reader.Read(Table, key, Log);
        if (!complete)
            return;
        builder.Add(key, person);
        if (Log.SeeksOddities)
            LookForContradictions(key);
    }

    protected override void Finish(TabulationBuilder builder) => readers.ForEach(reader => reader.Finish(Table, Log));

    private void LookForContradictions(int[] key)
    {
        var answers = Array.ConvertAll(comparable, entry => key[entry.Place] switch { 0 => LevelKind.Case, 1 => LevelKind.NonCase, _ => (LevelKind?)LevelKind.Missing });
        if (RecallContradiction.FirstIn(answers) is not { } found)
            return;
        var (shorter, longer) = (comparable[found.Shorter].Outcome, comparable[found.Longer].Outcome);
        Log.Add(new Problem(Table.File, Table.Line, ProblemCodes.ContradictoryRecall, $"found a case in '{shorter.Name}' ({shorter.Recall!.InWords}) and a non-case in '{longer.Name}' ({longer.Recall!.InWords})"));
    }
}
