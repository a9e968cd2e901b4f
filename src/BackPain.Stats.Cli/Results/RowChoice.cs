using System.Globalization;
using System.Text.RegularExpressions;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Results;

/// <summary>Finds rows of a table by their values: "sex=female, age=20-29", or "overall" for the row that is not broken down.</summary>
internal static partial class RowChoice
{
    private const string Overall = "overall";

    /// <summary>The rows that have every named value and are not broken down by anything else.</summary>
    public static IReadOnlyList<Row> In(Table table, string which)
    {
        var named = NamedIn(which);
        return [.. table.Rows.Where(row =>
            !row.IsHeading && named.All(wanted => Has(row, table, wanted)) && !IsBrokenDownFurther(row, table, named))];
    }

    /// <summary>The first named column that the table does not have; null if it has all.</summary>
    public static string? UnknownColumn(Table table, string which) =>
        NamedIn(which).Select(wanted => wanted.Column).FirstOrDefault(name => table.Columns.All(column => column.Name != name));

    private static List<(string Column, string Value)> NamedIn(string which) =>
        which == Overall
            ? []
            : [.. Parts()
                .Matches(which)
                .Select(part => QuotedName.Take(part.Value, '='))
                .Select(part => (part.Name, part.After.TrimStart('=').Trim().Trim('"')))];

    private static bool IsBrokenDownFurther(Row row, Table table, List<(string Column, string Value)> named) =>
        table.Columns
            .Zip(row.Cells)
            .Any(cell =>
                cell.First.Role == ColumnRole.Stratum
                    && cell.Second is not null
                    && !named.Exists(wanted => wanted.Column == cell.First.Name));

    private static bool Has(Row row, Table table, (string Column, string Value) wanted) =>
        table.Columns
            .Select((column, index) => (column.Name, index))
            .Any(column =>
                column.Name == wanted.Column && string.Create(CultureInfo.InvariantCulture, $"{row.Cells[column.index]}") == wanted.Value);

    /// <summary>The parts between unquoted commas.</summary>
    [GeneratedRegex(""""(?:[^,"]|"[^"]*")+"""", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
