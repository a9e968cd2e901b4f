using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The problems and oddities in the data, one finding per row.</summary>
internal static class ProblemTable
{
    /// <summary>How the severity of an error is written.</summary>
    public const string Error = "error";

    private const string TableName = "problems";

    /// <summary>The errors in such a table, as written to standard error; empty for any other table.</summary>
    public static IEnumerable<string> ErrorsIn(Table table)
    {
        if (table.Name != TableName)
            return [];
        var at = table.Columns.Select((column, index) => (column.Name, index))
            .ToDictionary(column => column.Name, column => column.index, StringComparer.Ordinal);
        return table.Rows.Where(row => row.Cells[at["severity"]] is Error).Select(row =>
        {
            var line = row.Cells[at["line"]] is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
            return $"{row.Cells[at["file"]]}{line}: {row.Cells[at["code"]]}: {row.Cells[at["message"]]}";
        });
    }

    /// <summary>Arranges the findings.</summary>
    public static Table Arrange(ProblemLog log, IReadOnlyList<string> footnotes) => new()
    {
        Name = TableName,
        Columns =
        [
            new("file", ColumnKind.Text),
            new("line", ColumnKind.Count),
            new("severity", ColumnKind.Text),
            new("code", ColumnKind.Text),
            new("message", ColumnKind.Text),
        ],
        Rows = new FindingRows(log),
        Footnotes = footnotes,
    };
}
