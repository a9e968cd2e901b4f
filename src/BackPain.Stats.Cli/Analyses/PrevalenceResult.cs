using BackPain.Stats.Cli.Results;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>Arranges prevalences as a result.</summary>
internal static class PrevalenceResult
{
    /// <summary>Arranges an answer.</summary>
    /// <param name="answer">What was estimated.</param>
    /// <param name="provenance">The provenance.</param>
    /// <param name="per">The number of persons that prevalence is reported per, for people.</param>
    public static Result Arrange(PrevalenceAnswer answer, Provenance provenance, int per)
    {
        var used = answer.Estimates
            .SelectMany(estimate => estimate.Intervals)
            .Where(interval => interval.Interval is not null)
            .Select(interval => interval.Method)
            .ToHashSet();
        return new Result(() => new PrevalencePage(answer, provenance, per).Arrange(), () => PrevalenceRows.Arrange(answer))
        {
            Chart = PrevalenceChart.Of(answer),
            Methods = [.. IntervalMethods.All.Where(used.Contains).Select(method => method.Citation)],
            Provenance = provenance,
        };
    }
}
