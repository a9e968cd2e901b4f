using BackPain.Stats.Cli.Results;
using BackPain.Stats.Domains;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>Estimates for people: outcomes and breakdowns as headings, strata under them.</summary>
/// <typeparam name="T">What there is one of for each outcome and stratum.</typeparam>
/// <param name="estimates">The estimates, in order.</param>
/// <param name="outcomeOf">The outcome of an estimate.</param>
/// <param name="stratumOf">Its stratum; empty for the overall estimate.</param>
internal sealed class EstimateRows<T>(
    IReadOnlyList<T> estimates, Func<T, KeyColumn> outcomeOf, Func<T, IReadOnlyList<StratumLevel>> stratumOf)
{
    private readonly List<KeyColumn> outcomes = [.. estimates.Select(outcomeOf).Distinct()];

    /// <summary>What the table is about.</summary>
    public string Title => outcomes is [var only] ? PrevalenceChart.TitleOf(only) : "Prevalence";

    /// <summary>The label of a stratum.</summary>
    public static string LabelOf(IReadOnlyList<StratumLevel> stratum) =>
        stratum.Count == 0 ? "Overall" : string.Join(", ", stratum.Select(level => level.Level));

    /// <summary>Arranges the rows.</summary>
    /// <param name="cellsOf">The cells of an estimate, a list for each of its rows.</param>
    public IEnumerable<Row> With(Func<T, IEnumerable<IEnumerable<object?>>> cellsOf) => outcomes.Count == 1
        ? RowsOf(outcomes[0], 0, cellsOf)
        : outcomes.SelectMany(outcome => RowsOf(outcome, 1, cellsOf).Prepend(Row.Heading(PrevalenceChart.TitleOf(outcome), 0)));

    private IEnumerable<Row> RowsOf(KeyColumn outcome, int depth, Func<T, IEnumerable<IEnumerable<object?>>> cellsOf)
    {
        var lastBy = "";
        foreach (var estimate in estimates.Where(estimate => outcomeOf(estimate) == outcome))
        {
            var by = string.Join(" × ", stratumOf(estimate).Select(level => level.Column));
            if (by != lastBy)
                yield return Row.Heading(by, depth);
            lastBy = by;
            foreach (var cells in cellsOf(estimate))
                yield return new Row([.. cells], depth + (by.Length > 0 ? 1 : 0));
        }
    }
}
