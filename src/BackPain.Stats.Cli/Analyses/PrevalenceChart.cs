using BackPain.Stats.Cli.Results;
using BackPain.Stats.Estimation;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>Arranges prevalences for pictures.</summary>
internal static class PrevalenceChart
{
    /// <summary>A mark for each row.</summary>
    public static Chart Of(PrevalenceAnswer answer) => new(
        [.. from estimate in answer.Estimates from interval in estimate.Intervals select MarkOf(estimate, interval)],
        Measure.Prevalence(weighted: answer.Design is not null),
        answer.Question.Level);

    /// <summary>What is estimated, as a title: "3-month period prevalence of pain".</summary>
    public static string TitleOf(KeyColumn outcome) =>
        $"{char.ToUpperInvariant(outcome.Recall!.InWords[0])}{outcome.Recall.InWords[1..]} prevalence of {outcome.Name}";

    private static Mark MarkOf(PrevalenceEstimate estimate, MethodInterval interval) => new(
        TitleOf(estimate.Outcome),
        estimate.Stratum,
        new MarkSeries(interval.Method.Name, interval.Method.Title),
        new Fraction(estimate.Cases, estimate.Persons),
        estimate.Prevalence is { } prevalence ? new IntervalCell(prevalence, interval.Interval?.Lower, interval.Interval?.Upper) : null);
}
