using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Tables;

/// <summary>The explanation of one figure of a table.</summary>
/// <param name="Heading">Which figure it is.</param>
/// <param name="Explanation">How it comes about.</param>
public sealed record Explained(string Heading, Explanation Explanation)
{
    /// <summary>The explanations of all estimates that there are.</summary>
    internal static IEnumerable<Explained> All(PrevalenceAnswer answer, PrevalenceQuestion question) =>
        from estimate in answer.Estimates
        from interval in estimate.Intervals
        where interval.Interval is not null
        let who = estimate.Stratum.Count == 0 ? "overall" : string.Join(", ", estimate.Stratum.Select(level => $"{level.Column} {level.Level}"))
        select Of($"{estimate.Outcome.Name}, {who}", interval.Method, new Proportion(estimate.Cases, estimate.Persons), question.Level);

    /// <summary>The explanation of an interval around a proportion.</summary>
    internal static Explained Of(string? what, IntervalMethod method, Proportion proportion, ConfidenceLevel level) => new(
        string.Create(CultureInfo.InvariantCulture, $"{(what is null ? "" : $"{what}: ")}{proportion.Cases} of {proportion.Persons}, {method.Title}, level {level}"),
        method.Explain(EffectiveSample.Of(proportion), level));
}
