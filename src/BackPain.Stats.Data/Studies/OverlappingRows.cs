using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Studies;

/// <summary>
/// Refuses breakdowns that would add up rows which overlap, such as three revisions of one population, by what a codebook says of them.
/// </summary>
internal static class OverlappingRows
{
    /// <summary>
    /// The columns that keep overlapping rows apart, which have to be counted by to see whether a question leaves one level of them.
    /// </summary>
    public static IEnumerable<string> ColumnsToWatch(Codebook codebook, IReadOnlyList<string> header) =>
        codebook.Overall ? []
        : WaysToKeepApart(codebook)
            .SelectMany(way => way)
            .Where(column => header.Contains(column) || header.Contains(TabulationFormat.HeaderOf(KeyColumn.By(column))));

    /// <summary>Refuses a breakdown that holds none of the combinations of columns that keep the rows of a file apart.</summary>
    /// <param name="file">The file.</param>
    /// <param name="codebook">What is known of it.</param>
    /// <param name="stratifications">The breakdowns.</param>
    /// <param name="part">What was counted in it.</param>
    /// <exception cref="RequestException">There is such a breakdown.</exception>
    public static void Refuse(string file, Codebook codebook, IReadOnlyList<Stratification> stratifications, Tabulation part)
    {
        var ways = codebook.Overall ? [] : WaysToKeepApart(codebook);
        foreach (var by in stratifications.Where(by => ways.Count > 0 && !ways.Exists(way => KeepsApart(way, by, part))))
        {
            var missing = ways[0].Where(column => !KeepsApart([column], by, part)).ToList();
            throw new RequestException(
                $"{file}: its rows overlap, and a breakdown by {by} would add them up; add {string.Join(" and ", missing)} "
                + $"to {Settings.By}, or leave one level with {Settings.Where} {QuotedName.Quote(missing[0])}=….");
        }
    }

    private static List<IReadOnlyList<string>> WaysToKeepApart(Codebook codebook) =>
        codebook.Overlap.Count > 0 ? [codebook.Overlap] : [.. codebook.Stratifications.Select(by => by.Columns)];

    private static bool KeepsApart(IReadOnlyList<string> way, Stratification by, Tabulation part) =>
        way.All(column => by.Columns.Contains(column) || HasOneLevel(column, part));

    private static bool HasOneLevel(string column, Tabulation part) =>
        part.Columns.IndexOf(KeyColumn.By(column)) is >= 0 and var index
        && part.Cells
            .Where(cell => part.IsInside(cell) && cell.Sums.N > 0)
            .Select(cell => cell.CodeOf(index))
            .Distinct()
            .Take(2)
            .Count() < 2;
}
