using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Data.Values;

/// <summary>
/// Looks at the values of every column for what is not wrong but odd: spellings that differ, words that look like a missing answer.
/// </summary>
internal sealed class OddityFinder
{
    private const int MostValues = 1000;
    private const int LongestValue = 64;

    private static readonly HashSet<string> MissingWords = new(
        [
            "n/a", "#n/a", "nan", "null", "none", "nil", "unknown", "missing", "refused", "don't know", "dont know", "-", "?",
            "-1", "-7", "-8", "-9", "-99", "-999",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly DataRows table;
    private readonly ReadingPlan plan;
    private readonly Dictionary<string, (long Count, long FirstLine)>[] values;

    public OddityFinder(DataRows table, ReadingPlan plan)
    {
        (this.table, this.plan) = (table, plan);
        values = [.. table.Header.Select(_ => new Dictionary<string, (long, long)>(StringComparer.Ordinal))];
    }

    /// <summary>Whether a value looks like a word or code for a missing answer.</summary>
    public static bool LooksMissing(string value) => MissingWords.Contains(value);

    /// <summary>Looks at a row.</summary>
    public void Look(DataRows row)
    {
        Span<char> text = stackalloc char[LongestValue];
        for (var column = 0; column < values.Length; column++)
        {
            var seen = values[column].GetAlternateLookup<ReadOnlySpan<char>>();
            var bytes = row[column];
            if (bytes.Length > LongestValue || row.Header[column].Length == 0)
                continue;
            var length = System.Text.Encoding.UTF8.GetChars(bytes, text);
            if (seen.TryGetValue(text[..length], out var entry))
                seen[text[..length]] = (entry.Count + row.Persons, entry.FirstLine);
            else if (values[column].Count < MostValues)
                seen[text[..length]] = (row.Persons, row.Line);
        }
    }

    /// <summary>Tells what was odd.</summary>
    public void Finish(ProblemLog log)
    {
        for (var column = 0; column < values.Length; column++)
        {
            var (name, seen) = (table.Header[column], values[column]);
            if (seen.Count < MostValues)
                TellSpellings(name, seen, log);
            var missing = plan.MissingOf(name, isQuantity: false);
            var words = seen.Where(entry => MissingWords.Contains(entry.Key) && !missing.Contains(entry.Key));
            foreach (var (value, entry) in words.OrderBy(entry => entry.Value.FirstLine))
            {
                var found = $"found {Told(value, entry.Count)} in column '{name}'";
                log.Add(new Problem(table.File, entry.FirstLine, ProblemCodes.LooksMissing, found));
            }
        }
    }

    private static string Told(string value, long count) =>
        string.Create(CultureInfo.InvariantCulture, $"'{value}' ({count} {(count == 1 ? "row" : "rows")})");

    private static string Folded(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private void TellSpellings(string column, Dictionary<string, (long Count, long FirstLine)> seen, ProblemLog log)
    {
        foreach (var variants in seen.GroupBy(entry => Folded(entry.Key)).Where(group => group.Count() > 1))
        {
            var told = variants
                .OrderByDescending(entry => entry.Value.Count)
                .ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => Told(entry.Key, entry.Value.Count));
            var line = variants.Max(entry => entry.Value.FirstLine);
            var found = $"found {string.Join(" and ", told)} in column '{column}'";
            log.Add(new Problem(table.File, line, ProblemCodes.SpellingVariants, found));
        }
    }
}
