using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>Arranges comparisons for pictures: a forest of the first measure that was asked for, ratios before others.</summary>
internal static class ComparisonChart
{
    /// <summary>A mark for each comparison by one measure.</summary>
    public static Chart Of(ComparisonAnswer answer)
    {
        var measures = answer.Question.Measures;
        var measure = measures.Contains(ComparisonMeasure.Ratio) ? ComparisonMeasure.Ratio : measures[0];
        return new Chart(
            [
                .. answer.Rows
                    .Where(row => row.Measure == measure && row.Pair is not null)
                    .Select(row => MarkOf(row, answer.Question.Groups.ToString())),
            ],
            measure.IsRatio
                ? Measure.RatioOf(measure.Title, measure == ComparisonMeasure.Ratio ? "PR" : "OR")
                : Measure.DifferenceOf(measure.Title, "points"),
            answer.Question.Level);
    }

    private static Mark MarkOf(ComparisonRow row, string groups) => new(
        PrevalenceChart.TitleOf(row.Outcome),
        [.. row.Stratum, new StratumLevel(groups, ComparisonPage.NameOf(row.Pair!.Value))],
        row.Adjustment is null
            ? new MarkSeries(row.Method.Name, row.Method.Title)
            : new MarkSeries($"adjusted, {row.Method.Name}", $"adjusted for {row.Adjustment}, {row.Method.Title}", IsHollow: true),
        new Fraction(row.Pair.Value.Group.Cases, row.Pair.Value.Group.Persons),
        row.Estimate is { } estimate ? new IntervalCell(estimate, row.Limits?.Lower, row.Limits?.Upper) : null);
}
