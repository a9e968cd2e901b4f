using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A table for a terminal: aligned columns, headings, footnotes. Text that does not fit is wrapped, never cut.</summary>
internal sealed class TextRenderer : Renderer
{
    private const int DefaultWidth = 100;
    private const int Gap = 2;
    private const int NarrowestText = 16;
    private const int LargestPiece = 64 * 1024;

    public override string Name => "table";

    public override IReadOnlyList<string> Extensions => [".txt"];

    public override bool IsForPeople => true;

    public override bool ShowsFootnotes => true;

    public override void Render(Table table, Stream output, Style style)
    {
        var text = new StringBuilder();
        if (table.Title.Length > 0)
            text
                .AppendJoin('\n', TextLayout.Wrap(TextLayout.Printable(table.Title), LineWidth(style)).Select(line => Bold(line, style)))
                .Append("\n\n");
        var headings = table.Columns.Select(column => TextLayout.Printable(style.Heading(column))).ToArray();
        var widths = WidthsOf(table, headings, style);
        if (Array.Exists(headings, heading => heading.Length > 0))
            AppendCells(text, headings, table, widths, line => Bold(line, style));
        foreach (var row in table.Rows)
        {
            if (row.IsHeading)
                text.Append(Bold(CellsOf(row, table, style)[0], style)).Append('\n');
            else
                AppendCells(text, CellsOf(row, table, style), table, widths, line => line);
            if (text.Length > LargestPiece)
                Write(text, output);
        }
        AppendFootnotes(text, table, style);
        AppendExplanations(text, table, style);
        Write(text, output);
    }

    private static void Write(StringBuilder text, Stream output)
    {
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }

    private static int LineWidth(Style style) => style.Width > 0 ? style.Width : DefaultWidth;

    private static string Bold(string text, Style style) => style.Color && text.Length > 0 ? $"\e[1m{text}\e[0m" : text;

    private static string[] CellsOf(Row row, Table table, Style style)
    {
        var cells = row.Cells
            .Select((cell, i) => TextLayout.Printable(style.Text(cell, row.IsHeading ? ColumnKind.Text : table.Columns[i].Kind)))
            .ToArray();
        cells[0] = new string(' ', 2 * row.Depth) + cells[0];
        return cells;
    }

    /// <summary>As wide as the widest cell; if a line gets too long, the widest text columns are narrowed.</summary>
    private static int[] WidthsOf(Table table, string[] headings, Style style)
    {
        var widths = headings.Select(TextLayout.Width).ToArray();
        var narrowest = Enumerable.Repeat(NarrowestText, widths.Length).ToArray();
        foreach (var row in table.Rows.Where(row => !row.IsHeading))
        {
            var cells = CellsOf(row, table, style);
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], TextLayout.Width(cells[i]));
                narrowest[i] = Math.Max(narrowest[i], cells[i].Split(' ').Max(TextLayout.Width));
            }
        }
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - LineWidth(style);
        while (excess > 0)
        {
            var widest = Enumerable.Range(0, widths.Length)
                .Where(i => table.Columns[i].Kind == ColumnKind.Text && widths[i] > narrowest[i])
                .OrderByDescending(i => widths[i])
                .FirstOrDefault(-1);
            if (widest < 0)
                break;
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static void AppendCells(StringBuilder text, string[] cells, Table table, int[] widths, Func<string, string> decorate)
    {
        var wrapped = cells.Select((cell, i) => TextLayout.Wrap(cell, widths[i]).ToArray()).ToArray();
        for (var line = 0; line < wrapped.Max(parts => parts.Length); line++)
        {
            var pieces = wrapped.Select((parts, i) =>
                TextLayout.Pad(
                    line < parts.Length ? parts[line] : "",
                    widths[i],
                    right: table.Columns[i].Kind is not (ColumnKind.Text or ColumnKind.Notes)));
            text.Append(decorate(string.Join(new string(' ', Gap), pieces).TrimEnd())).Append('\n');
        }
    }

    private static void AppendExplanations(StringBuilder text, Table table, Style style)
    {
        foreach (var (heading, explanation) in table.Explanations)
        {
            text.Append('\n').Append(Bold(TextLayout.Printable(heading), style)).Append('\n');
            foreach (var line in ExplanationText
                .Lines(explanation)
                .Append($"Reference: {explanation.Method.ReferencesOnOneLine}")
                .SelectMany(line => TextLayout.Wrap($"  {TextLayout.Printable(line)}", LineWidth(style))))
                text.Append(line).Append('\n');
        }
    }

    private static void AppendFootnotes(StringBuilder text, Table table, Style style)
    {
        if (table.Footnotes.Count > 0)
            text.Append('\n');
        foreach (var line in table.Footnotes.SelectMany(note => TextLayout.Wrap(TextLayout.Printable(note), LineWidth(style))))
            text.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }
}
