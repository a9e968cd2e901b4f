using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Tables;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A table for a paper, with the rules of the package booktabs; to be read by \input.</summary>
internal sealed class LatexRenderer : Renderer
{
    private const int LongText = 30;

    public override string Name => "latex";

    public override IReadOnlyList<string> Extensions => [".tex"];

    public override bool IsForPeople => true;

    public override bool ShowsFootnotes => true;

    public override void Render(Table table, Stream output, Style style)
    {
        var text = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n");
        if (table.Title.Length > 0)
            text.Append($"\\caption{{{LatexText.Escaped(table.Title)}}}\n");
        text.Append($"\\begin{{tabular}}{{{string.Concat(AlignmentsOf(table, style))}}}\n\\toprule\n");
        if (table.Columns.Any(column => style.Heading(column).Length > 0))
            AppendRow(text, table.Columns.Select(column => LatexText.Escaped(style.Heading(column)))).Append("\\midrule\n");
        foreach (var row in table.Rows)
            AppendRow(text, CellsOf(row, table, style));
        text.Append("\\bottomrule\n\\end{tabular}\n");
        if (table.Footnotes.Count > 0)
            text.Append("\n\\par\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n").AppendJoin("\\\\\n", table.Footnotes.Select(LatexText.Escaped)).Append("\n\\end{minipage}\n");
        text.Append("\\end{table}\n");
        foreach (var (heading, explanation) in table.Explanations)
        {
            text.Append($"\n\\paragraph{{{LatexText.Escaped(heading)}}}\n\\begin{{quote}}\\small\n").AppendJoin("\\\\\n", ExplanationText.Lines(explanation).Select(LatexText.Escaped));
            text.Append($"\n\\end{{quote}}\nReference: {LatexText.Escaped(explanation.Method.Reference.ToString())}\n");
        }
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Numbers to the right; columns of long text share the width of the page.</summary>
    private static IEnumerable<string> AlignmentsOf(Table table, Style style)
    {
        var isLong = table.Columns.Select((column, i) => column.Kind == ColumnKind.Text && table.Rows.Any(row => !row.IsHeading && style.Text(row.Cells[i], column.Kind).Length > LongText)).ToArray();
        var width = 0.9 / Math.Max(1, isLong.Count(wide => wide) + (0.5 * isLong.Count(wide => !wide)));
        return table.Columns.Select((column, i) => isLong[i] ? string.Create(CultureInfo.InvariantCulture, $"p{{{width:0.00}\\linewidth}}") : column.Kind is ColumnKind.Text or ColumnKind.Notes ? "l" : "r");
    }

    private static IEnumerable<string> CellsOf(Row row, Table table, Style style)
    {
        var indent = string.Concat(Enumerable.Repeat("\\quad ", row.Depth));
        return row.IsHeading
            ? [$"\\multicolumn{{{table.Columns.Count}}}{{l}}{{{indent}\\textit{{{LatexText.Escaped((string)row.Cells[0]!)}}}}}"]
            : row.Cells.Select((cell, i) => (i == 0 ? indent : "") + LatexText.Escaped(style.Text(cell, table.Columns[i].Kind)));
    }

    private static StringBuilder AppendRow(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(" & ", cells).Append(" \\\\\n");
}
