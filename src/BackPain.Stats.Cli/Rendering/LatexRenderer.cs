using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A table for a paper, with the rules of the booktabs package; include it with \input.</summary>
internal sealed class LatexRenderer : Renderer
{
    // As fractions of the line width: a letter, and the space between columns.
    private const double Letter = 0.0145;
    private const double Gap = 0.035;
    private const int ShortText = 9;
    private const int LongText = 60;

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
            text
                .Append("\n\\par\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n")
                .AppendJoin("\\\\\n", table.Footnotes.Select(LatexText.Escaped))
                .Append("\n\\end{minipage}\n");
        text.Append("\\end{table}\n");
        foreach (var (heading, explanation) in table.Explanations)
        {
            text
                .Append($"\n\\paragraph{{{LatexText.Escaped(heading)}}}\n\\begin{{quote}}\\small\n")
                .AppendJoin("\\\\\n", ExplanationText.Lines(explanation).Select(LatexText.Escaped));
            text.Append($"\n\\end{{quote}}\nReference: {LatexText.Escaped(explanation.Method.ReferencesOnOneLine)}\n");
        }
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>
    /// Right-aligns numbers. If a line would be wider than that of an article, columns of longer text share the remaining width.
    /// </summary>
    private static IEnumerable<string> AlignmentsOf(Table table, Style style)
    {
        var texts = table.Columns
            .Select((column, i) =>
                table.Rows
                    .Where(row => !row.IsHeading)
                    .Select(row => new string('-', i == 0 ? 2 * row.Depth : 0) + style.Text(row.Cells[i], column.Kind))
                    .Append(style.Heading(column))
                    .ToList())
            .ToArray();
        var letters = texts.Select(column => column.Max(text => text.Length)).ToArray();
        var words = texts.Select(column => column.SelectMany(text => text.Split(' ', '-')).Max(word => word.Length)).ToArray();
        var whole = (letters.Sum() * Letter) + (letters.Length * Gap) <= 1;
        var wraps = table.Columns.Select((column, i) => !whole && column.Kind is ColumnKind.Text && letters[i] > ShortText).ToArray();
        var room = 1 - (letters.Length * Gap) - letters.Where((_, i) => !wraps[i]).Sum(count => count * Letter);
        var shares = letters.Select((count, i) => wraps[i] ? Math.Min(count, LongText) : 0d).ToArray();
        return table.Columns.Select((column, i) => wraps[i]
            ? string.Create(
                CultureInfo.InvariantCulture, $"p{{{Math.Max(words[i] * Letter, room * shares[i] / shares.Sum()):0.00}\\linewidth}}")
            : column.Kind is ColumnKind.Text or ColumnKind.Notes ? "l" : "r");
    }

    private static IEnumerable<string> CellsOf(Row row, Table table, Style style)
    {
        var indent = string.Concat(Enumerable.Repeat("\\quad ", row.Depth));
        return row.IsHeading
            ? [$"\\multicolumn{{{table.Columns.Count}}}{{l}}{{{indent}\\textit{{{LatexText.Escaped((string)row.Cells[0]!)}}}}}"]
            : row.Cells.Select((cell, i) => (i == 0 ? indent : "") + LatexText.Escaped(style.Text(cell, table.Columns[i].Kind)));
    }

    private static StringBuilder AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(" & ", cells).Append(" \\\\\n");
}
