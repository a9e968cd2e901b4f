using BackPain.Stats.Cli.Results;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>Arranges standardized prevalences for pictures: the crude ones in outline beside them.</summary>
internal static class StandardizedChart
{
    private static readonly MarkSeries Crude = new("crude", "crude", IsHollow: true);

    /// <summary>A mark for each crude prevalence, and one for each method of its standardized one.</summary>
    public static Chart Of(StandardizedAnswer answer) => new(
        [.. answer.Estimates.SelectMany(estimate => MarksOf(estimate, answer.Methods.Count > 1))],
        Measure.Prevalence(weighted: answer.Design is not null),
        answer.Question.Level);

    private static IEnumerable<Mark> MarksOf(StandardizedEstimate estimate, bool manyMethods)
    {
        var crude = estimate.Intervals[0].Crude;
        yield return MarkOf(estimate, Crude, estimate.Crude.Prevalence, crude?.Lower, crude?.Upper);
        foreach (var interval in estimate.Intervals)
        {
            var series = new MarkSeries(
                manyMethods ? interval.Method.Name : "standardized",
                manyMethods ? $"standardized, {interval.Method.Title}" : "standardized");
            yield return MarkOf(estimate, series, estimate.Prevalence, interval.Interval?.Lower, interval.Interval?.Upper);
        }
    }

    private static Mark MarkOf(StandardizedEstimate estimate, MarkSeries series, double? value, double? lower, double? upper) => new(
        PrevalenceChart.TitleOf(estimate.Outcome),
        estimate.Stratum,
        series,
        new Fraction(estimate.Crude.Cases, estimate.Crude.Persons),
        value is { } known ? new IntervalCell(known, lower, upper) : null);
}
