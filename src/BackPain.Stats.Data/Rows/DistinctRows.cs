using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>Finds rows that differ in nothing but their counts, so that nobody is counted twice.</summary>
/// <param name="counts">The columns of counts.</param>
internal sealed class DistinctRows(IReadOnlyCollection<int> counts)
{
    // Latin-1 has a character for every byte, so that values which are not UTF-8 stay apart.
    private static readonly Encoding Bytes = Encoding.Latin1;

    private readonly Dictionary<string, long> firstLineOf = new(StringComparer.Ordinal);

    /// <summary>Whether no row before has the same values in all columns but the counts; a problem where one has.</summary>
    public bool IsNew(DataRows row, ProblemLog log)
    {
        var key = new StringBuilder();
        for (var column = 0; column < row.Header.Count; column++)
        {
            // A column without a name holds the numbers of the rows, which tell no strata apart.
            if (!counts.Contains(column) && row.Header[column].Length > 0)
                key.Append(CultureInfo.InvariantCulture, $"{row[column].Length}:{Bytes.GetString(row[column])}");
        }
        if (firstLineOf.TryAdd(key.ToString(), row.Line))
            return true;
        log.Add(new Problem(
            row.File, row.Line, ProblemCodes.DuplicateStratum,
            string.Create(CultureInfo.InvariantCulture, $"found the same stratum as on line {firstLineOf[key.ToString()]}"),
            "expected every row to be a stratum of its own"));
        return false;
    }
}
