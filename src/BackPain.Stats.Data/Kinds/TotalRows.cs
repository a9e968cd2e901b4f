using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// Finds rows of grouped data that are the sum of other rows, as a row "Total" is: a single row that equals all others, or a value of a
/// column whose rows equal the rows with its other values.
/// </summary>
/// <remarks>
/// Totals at several depths, as subtotals together with a grand total, are found one after the other, each without the rows found before.
/// </remarks>
/// <param name="table">The rows.</param>
/// <param name="counts">The indexes of the columns of counts.</param>
internal sealed class TotalRows(DataRows table, IReadOnlyCollection<int> counts)
{
    // Files with more rows are not looked at, so that it never costs more than reading them.
    private const int MostRows = 20_000;

    private static readonly HashSet<string> Names = new(
        [
            "total", "totals", "all", "overall", "both", "both sexes", "sum", "gesamt", "insgesamt", "summe", "alle", "beide",
            "tous", "toutes", "ensemble", "todos", "todas", "ambos", "totale", "tutti", "totaal",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly int[] keys = [.. Enumerable.Range(0, table.Header.Count).Where(column => !counts.Contains(column))];
    private List<GroupedRow> rows = [];

    /// <summary>Remembers a row that was counted.</summary>
    public void Add(long cases, long persons)
    {
        if (persons > 0 && rows.Count <= MostRows)
            rows.Add(new GroupedRow(table.Line, Array.ConvertAll(keys, column => DataRows.Shown(table[column])), cases, persons));
    }

    /// <summary>Reports the rows that are sums of others.</summary>
    public void Report(ProblemLog log)
    {
        if (rows.Count is < 2 or > MostRows)
            return;
        for (var depth = 0; depth <= keys.Length; depth++)
        {
            // A column that describes its row, such as a percentage or a comment, says nothing of what the row is a part of.
            var grouping = Enumerable.Range(0, keys.Length).Where(IsGrouping).ToList();
            var found = grouping.SelectMany(key => ReportValues(key, [.. grouping.Where(other => other != key)], log)).ToHashSet();
            if (found.Count == 0)
                break;
            rows = [.. rows.Where(row => !found.Contains(row))];
        }
        ReportSingle(log);
    }

    private static bool IsName(string value) => Names.Contains(value);

    private bool IsGrouping(int key)
    {
        var values = rows.Select(row => row.Values[key]).ToHashSet(StringComparer.Ordinal);
        return values.Count < rows.Count && values.Count > 1 && !values.Any(IsDecimal);
    }

    private static bool IsDecimal(string value) =>
        value.Contains('.', StringComparison.Ordinal) && double.TryParse(value, CultureInfo.InvariantCulture, out _);

    /// <summary>Reports the values of one column whose rows are sums, and returns these rows.</summary>
    private List<GroupedRow> ReportValues(int key, List<int> others, ProblemLog log)
    {
        var sums = new Dictionary<string, RowSum>(StringComparer.Ordinal);
        foreach (var row in rows)
            sums[RestOf(row)] = sums.GetValueOrDefault(RestOf(row)).With(row);
        var found = new List<GroupedRow>();
        foreach (var value in rows.GroupBy(row => row.Values[key], StringComparer.Ordinal))
        {
            // A row that is alone with its other values, as a grand total is among subtotals, is no sum of rows at this depth.
            var judged = value.Where(row => sums[RestOf(row)].Rows > 1).ToList();
            var isNamed = IsName(value.Key);
            if ((isNamed ? judged.Count == 0 : judged.Count < Math.Max(2, value.Count() - judged.Count))
                || !judged.TrueForAll(row => sums[RestOf(row)].IsTwice(row))
                || !judged.Exists(row => IsEvident(sums[RestOf(row)], isNamed)))
            {
                continue;
            }
            found.AddRange(judged);
            var (noun, verb) = judged.Count == 1 ? ("row", "equals") : ("rows", "equal");
            var level = new ValueCondition(table.Header[keys[key]], [value.Key], Among: true);
            var rowsWith = string.Create(CultureInfo.InvariantCulture, $"{judged.Count} {noun} with {level}");
            log.Add(ProblemOf(judged[0], $"found {rowsWith} that {verb} the sums of the rows with other values", level));
        }
        return found;

        string RestOf(GroupedRow row) => string.Concat(others.Select(other => $"{row.Values[other].Length}:{row.Values[other]}"));
    }

    private void ReportSingle(ProblemLog log)
    {
        var all = rows.Aggregate(default(RowSum), (sum, row) => sum.With(row));
        foreach (var row in rows.Where(row => all.IsTwice(row) && IsEvident(all, row.Values.Any(IsName))))
        {
            var others = rows.Count == 2 ? "other row" : string.Create(CultureInfo.InvariantCulture, $"{rows.Count - 1} other rows");
            log.Add(ProblemOf(row, $"found a row that equals the sum of the {others}", LevelOf(row)));
        }
    }

    /// <summary>
    /// Whether a sum shows that its half is a total; beside a single other row, only one that is called so, since two parts may well be
    /// alike.
    /// </summary>
    private static bool IsEvident(RowSum sum, bool isNamed) => sum.Rows > 2 || (sum.Rows == 2 && isNamed);

    /// <summary>The value that only this row has, if possible one that is called a total; null if it has none.</summary>
    private ValueCondition? LevelOf(GroupedRow row) =>
        Enumerable.Range(0, keys.Length)
            .Where(key => table.Header[keys[key]].Length > 0 && rows.Count(other => other.Values[key] == row.Values[key]) == 1)
            .OrderByDescending(key => IsName(row.Values[key]))
            .ThenBy(key => IsDecimal(row.Values[key]))
            .Select(key => new ValueCondition(table.Header[keys[key]], [row.Values[key]], Among: true))
            .FirstOrDefault();

    /// <summary>The problem, with the condition that leaves the rows out as it is typed in a shell.</summary>
    private Problem ProblemOf(GroupedRow row, string found, ValueCondition? level)
    {
        var without = (level is null ? null : level with { Among = false })?.ToString().Replace("'", "'\"'\"'", StringComparison.Ordinal);
        var hint = without is null ? null : (Wording)$"Leave such rows out, for example with {Settings.Where} '{without}'.";
        return new Problem(table.File, row.Line, ProblemCodes.TotalRow, found, "expected parts that do not overlap", hint);
    }

    /// <summary>A row that was counted.</summary>
    private sealed record GroupedRow(long Line, string[] Values, long Cases, long Persons);

    /// <summary>The sum of some rows.</summary>
    private readonly record struct RowSum(long Cases, long Persons, int Rows)
    {
        public RowSum With(GroupedRow row) => new(Cases + row.Cases, Persons + row.Persons, Rows + 1);

        /// <summary>Whether it is twice one of its rows, which then is the sum of the others.</summary>
        public bool IsTwice(GroupedRow row) => row.Cases == Cases - row.Cases && row.Persons == Persons - row.Persons;
    }
}
