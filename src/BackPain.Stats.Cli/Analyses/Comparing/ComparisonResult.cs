using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>Arranges comparisons as a result.</summary>
internal static class ComparisonResult
{
    /// <summary>Arranges an answer.</summary>
    /// <param name="answer">What was found.</param>
    /// <param name="provenance">The provenance.</param>
    /// <param name="per">The number of persons that prevalence is reported per, for people.</param>
    public static Result Arrange(ComparisonAnswer answer, Provenance provenance, int per) =>
        new(() => new ComparisonPage(answer, provenance, per).Arrange(), () => ComparisonRows.Arrange(answer))
        {
            Chart = ComparisonChart.Of(answer),
            Methods = [.. answer.Rows.Where(row => row.Limits is not null || row.P is not null).Select(row => row.Method).Distinct()],
            Provenance = provenance,
        };
}
