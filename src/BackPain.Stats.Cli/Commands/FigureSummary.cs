using System.Globalization;
using BackPain.Stats.Data.Figures;

namespace BackPain.Stats.Cli.Commands;

/// <summary>
/// Summarizes cited figures in two sentences that must not be confused: how sound the citations are, and whether the program still
/// computes what it computed before.
/// </summary>
internal static class FigureSummary
{
    /// <summary>The number of figures for each verdict.</summary>
    public static string OfVerdicts(IReadOnlyList<Reproduction> reproductions)
    {
        var groups = reproductions
            .GroupBy(reproduction => NameOf(reproduction.Figure.Verdicts), StringComparer.Ordinal)
            .OrderBy(group => Verdict.All.ToList().IndexOf(group.First().Figure.Verdicts[0]))
            .ThenBy(group => group.First().Figure.Verdicts.Count)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"));
        return $"Verdict on what is cited: {string.Join(", ", groups)}.";
    }

    private static string NameOf(IReadOnlyList<Verdict> verdicts) =>
        string.Join(" and ", verdicts) + (verdicts.Count > 1 ? " (sources differ)" : "");

    /// <summary>The number of figures for which the data still give what the registry expects.</summary>
    public static string OfComputations(IReadOnlyList<Reproduction> reproductions)
    {
        var (computed, broken) = (
            reproductions.Count(reproduction => reproduction.Holds is not null),
            reproductions.Count(reproduction => reproduction.Holds == false));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Found: what the data give now. In {computed - broken} of {computed} computed figures it is what this registry "
                + $"expects{(broken > 0 ? $", in {broken} it is not" : "")}; that tests this program, not the citation. "
                + $"{reproductions.Count - computed} of {reproductions.Count} have no counts to compute from.");
    }
}
