using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Data.Kinds;

/// <summary>Finds rows of grouped data that are the sum of other rows, as a row "Total" is: a single row that equals all others, or a value of a column whose every row equals the rows with its other values.</summary>
/// <param name="table">The rows.</param>
/// <param name="counts">The indexes of the columns of counts.</param>
internal sealed class TotalRows(DataRows table, IReadOnlyCollection<int> counts)
{
    // Files with more rows are not looked at, so that it never costs more than reading them.
    private const int MostRows = 20_000;

    private static readonly HashSet<string> Names = new(
        ["total", "totals", "all", "overall", "both", "both sexes", "sum", "gesamt", "insgesamt", "summe", "alle", "beide", "tous", "toutes", "ensemble", "todos", "todas", "ambos", "totale", "tutti", "totaal"],
        StringComparer.OrdinalIgnoreCase);

    private readonly int[] keys = [.. Enumerable.Range(0, table.Header.Count).Where(column => !counts.Contains(column))];
    private readonly List<(long Line, string[] Values, long Cases, long Persons)> rows = [];

    /// <summary>Remembers a row that was counted.</summary>
    public void Add(long cases, long persons)
    {
        if (persons > 0 && rows.Count <= MostRows)
            rows.Add((table.Line, Array.ConvertAll(keys, column => DataRows.Shown(table[column])), cases, persons));
    }

    /// <summary>Reports the rows that are sums of others.</summary>
    public void Report(ProblemLog log)
    {
        if (rows.Count is < 2 or > MostRows)
            return;
        var found = new HashSet<long>();
        // A column that describes its row, such as a percentage or a comment, says nothing of what the row is a part of.
        var grouping = Enumerable.Range(0, keys.Length).Where(IsGrouping).ToList();
        foreach (var key in grouping)
            ReportValues(key, [.. grouping.Where(other => other != key)], found, log);
        if (found.Count == 0)
            ReportSingle(log);
    }

    private static bool IsName(string value) => Names.Contains(value);

    private bool IsGrouping(int key)
    {
        var values = rows.Select(row => row.Values[key]).ToHashSet(StringComparer.Ordinal);
        return values.Count < rows.Count && values.Count > 1 && !values.Any(value => value.Contains('.', StringComparison.Ordinal) && double.TryParse(value, CultureInfo.InvariantCulture, out _));
    }

    private void ReportValues(int key, List<int> others, HashSet<long> found, ProblemLog log)
    {
        var sums = new Dictionary<string, (long Cases, long Persons, int Rows)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var sum = sums.GetValueOrDefault(RestOf(row.Values));
            sums[RestOf(row.Values)] = (sum.Cases + row.Cases, sum.Persons + row.Persons, sum.Rows + 1);
        }
        foreach (var value in rows.GroupBy(row => row.Values[key], StringComparer.Ordinal))
        {
            var totals = value.ToList();
            if ((totals.Count == 1 && !IsName(value.Key)) || !totals.TrueForAll(row => IsSum(row.Cases, row.Persons, sums[RestOf(row.Values)], IsName(value.Key))))
                continue;
            totals.ForEach(row => found.Add(row.Line));
            log.Add(new Problem(table.File, totals[0].Line, ProblemCodes.TotalRow, string.Create(CultureInfo.InvariantCulture, $"found {totals.Count} {(totals.Count == 1 ? "row" : "rows")} with {table.Header[keys[key]]}={value.Key} that {(totals.Count == 1 ? "equals" : "equal")} the sums of the rows with other values"), "expected parts that do not overlap"));
        }

        string RestOf(string[] values) => string.Concat(others.Select(other => $"{values[other].Length}:{values[other]}"));
    }

    private void ReportSingle(ProblemLog log)
    {
        var all = rows.Aggregate((Cases: 0L, Persons: 0L, Rows: 0), (sum, row) => (sum.Cases + row.Cases, sum.Persons + row.Persons, sum.Rows + 1));
        foreach (var row in rows.Where(row => IsSum(row.Cases, row.Persons, all, row.Values.Any(IsName))))
            log.Add(new Problem(table.File, row.Line, ProblemCodes.TotalRow, string.Create(CultureInfo.InvariantCulture, $"found a row that equals the sum of the {(rows.Count == 2 ? "other row" : $"{rows.Count - 1} other rows")}"), "expected parts that do not overlap"));
    }

    /// <summary>Whether a row is half of the sum that it is part of; beside a single other row, only if it is called a total, since two parts may well be alike.</summary>
    private static bool IsSum(long cases, long persons, (long Cases, long Persons, int Rows) sum, bool isNamed) =>
        2 * cases == sum.Cases && 2 * persons == sum.Persons && (sum.Rows > 2 || (sum.Rows == 2 && isNamed));
}
