using System.Text;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A pipe table, as GitHub and pandoc read it.</summary>
internal sealed class MarkdownRenderer : Renderer
{
    public override string Name => "markdown";

    public override IReadOnlyList<string> Extensions => [".md", ".markdown"];

    public override bool IsForPeople => true;

    public override bool ShowsFootnotes => true;

    public override void Render(Table table, Stream output, Style style)
    {
        var text = new StringBuilder();
        if (table.Title.Length > 0)
            text.Append("**").Append(MarkdownText.Escaped(table.Title)).Append("**\n\n");
        AppendRow(text, table.Columns.Select(style.Heading));
        text.Append('|').AppendJoin('|', table.Columns.Select(column => column.Kind == ColumnKind.Text ? " --- " : " ---: ")).Append("|\n");
        foreach (var row in table.Rows)
            AppendRow(text, CellsOf(row, table, style));
        if (table.Footnotes.Count > 0)
            text.Append('\n').AppendJoin("  \n", table.Footnotes.Select(MarkdownText.Escaped)).Append('\n');
        foreach (var (heading, explanation) in table.Explanations)
        {
            text
                .Append("\n**")
                .Append(MarkdownText.Escaped(heading))
                .Append("**\n\n```text\n")
                .AppendJoin('\n', ExplanationText.Lines(explanation))
                .Append("\n```\n\n");
            text.Append("Reference: ").Append(ReferencesOf(explanation.Method)).Append('\n');
        }
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The references of a method, with their links.</summary>
    public static string ReferencesOf(CitedMethod method) => string.Join("; ", method.References.Select(ReferenceOf));

    private static string ReferenceOf(Reference reference) =>
        $"{MarkdownText.Escaped(reference.Citation)}{(reference.Doi is { } doi ? $" <https://doi.org/{doi}>" : "")}";

    private static IEnumerable<string> CellsOf(Row row, Table table, Style style)
    {
        var indent = string.Concat(Enumerable.Repeat("&emsp;", row.Depth));
        if (row.IsHeading)
            return [$"{indent}**{MarkdownText.Escaped((string)row.Cells[0]!)}**", .. Enumerable.Repeat("", table.Columns.Count - 1)];
        return row.Cells.Select((cell, i) => (i == 0 ? indent : "") + MarkdownText.Escaped(style.Text(cell, table.Columns[i].Kind)));
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells)
    {
        text.Append('|');
        foreach (var cell in cells)
            text.Append(' ').Append(cell.Replace("\n", " ", StringComparison.Ordinal)).Append(cell.Length > 0 ? " |" : "|");
        text.Append('\n');
    }
}
