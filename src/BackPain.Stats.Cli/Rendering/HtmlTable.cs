using System.Text;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A table as HTML accessible to screen readers: a caption, and header cells for rows, columns and groups.</summary>
/// <param name="table">The table.</param>
/// <param name="style">How numbers are written.</param>
internal sealed class HtmlTable(Table table, Style style)
{
    private readonly StringBuilder html = new();

    /// <summary>The title as a caption.</summary>
    public string Caption { get; init; } = HtmlText.Encoded(table.Title);

    /// <summary>The id that links refer to; null if nothing links to it.</summary>
    public string? Anchor { get; init; }

    public string Render()
    {
        html.Append($"<div class=\"table\"{(Anchor is null ? "" : $" id=\"{HtmlText.Encoded(Anchor)}\"")}>\n");
        html.Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
            + $"aria-label=\"{HtmlText.Encoded(table.Title.Length > 0 ? table.Title : table.Name)}\">\n<table>\n");
        if (Caption.Length > 0)
            html.Append($"<caption>{Caption}</caption>\n");
        if (table.Columns.Any(column => style.Heading(column).Length > 0))
            AppendHeadings();
        AppendRows();
        html.Append("</table>\n</div>\n");
        if (table.Footnotes.Count > 0)
            html
                .Append("<p class=\"notes\">")
                .AppendJoin("<br>\n", table.Footnotes.Select(note => HtmlText.Encoded(note)))
                .Append("</p>\n");
        AppendExplanations();
        return html.Append("</div>\n").ToString();
    }

    private string ClassOf(int column) => table.Columns[column].Kind is ColumnKind.Text or ColumnKind.Notes ? "" : " class=\"number\"";

    private void AppendHeadings()
    {
        html.Append("<thead>\n<tr>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var heading = style.Heading(table.Columns[i]);
            var shown = heading.Length > 0
                ? HtmlText.Encoded(heading)
                : $"<span class=\"unseen\">{HtmlText.Encoded(table.Columns[i].Name)}</span>";
            html.Append($"<th scope=\"col\"{ClassOf(i)}>{shown}</th>");
        }
        html.Append("</tr>\n</thead>\n");
    }

    /// <summary>Each heading starts a row group.</summary>
    private void AppendRows()
    {
        html.Append("<tbody>\n");
        var follows = false;
        foreach (var row in table.Rows)
        {
            if (row.IsHeading && follows)
                html.Append("</tbody>\n<tbody>\n");
            AppendRow(row);
            follows = !row.IsHeading;
        }
        html.Append("</tbody>\n");
    }

    private void AppendRow(Row row)
    {
        var indent = row.Depth > 0 ? $" class=\"depth{row.Depth}\"" : "";
        html.Append("<tr>");
        if (row.IsHeading)
            html.Append($"<th scope=\"rowgroup\" colspan=\"{table.Columns.Count}\"{indent}>{HtmlText.Encoded((string)row.Cells[0]!)}</th>");
        for (var i = 0; i < row.Cells.Count && !row.IsHeading; i++)
        {
            var text = HtmlText.Encoded(style.Text(row.Cells[i], table.Columns[i].Kind));
            // The first cell is the header of its row, unless it is a number.
            html.Append(i == 0 && table.Columns[0].Kind == ColumnKind.Text
                ? $"<th scope=\"row\"{indent}>{text}</th>"
                : $"<td{ClassOf(i)}>{text}</td>");
        }
        html.Append("</tr>\n");
    }

    private void AppendExplanations()
    {
        foreach (var (heading, explanation) in table.Explanations)
        {
            html.Append($"<section class=\"explanation\">\n<p><strong>{HtmlText.Encoded(heading)}</strong></p>\n<pre>");
            html.AppendJoin('\n', ExplanationText.Lines(explanation).Select(line => HtmlText.Encoded(line)));
            html.Append($"</pre>\n<p>Reference: {HtmlText.Encoded(explanation.Method.ReferencesOnOneLine)}</p>\n</section>\n");
        }
    }
}
