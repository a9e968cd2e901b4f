using System.Text;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>Draws intervals as bars of characters within the width of a terminal.</summary>
internal static class TerminalPicture
{
    private const int DefaultWidth = 80;
    private const int WidestLabel = 28;
    private const int NarrowestPlot = 12;
    private const int RoomForTick = 8;
    private const int Gap = 2;

    public static string Draw(Chart chart, Style style)
    {
        var rows = IntervalRow.For(chart);
        var labels = rows
            .Select(row =>
                TextLayout.Printable(row.Mark is null || !chart.HasSeries ? row.Label : $"{row.Label} {row.Mark.Series.Name}".TrimStart()))
            .ToList();
        var values = rows.Select(row => row.Mark is null ? "" : Picture.ValueOf(row.Mark, chart, style)).ToList();
        var named = Math.Min(
            WidestLabel, labels.Select((label, i) => rows[i].Mark is null ? 0 : (2 * rows[i].Depth) + TextLayout.Width(label)).Max());
        var plot = Math.Max(
            NarrowestPlot, (style.Width > 0 ? style.Width : DefaultWidth) - named - values.Max(TextLayout.Width) - (2 * Gap));
        var scale = Scale.For(chart, Math.Max(1, plot / RoomForTick));
        var text = new StringBuilder($"{TextLayout.Printable(chart.Title)}, {style.Heading(chart)}\n\n");
        for (var i = 0; i < rows.Count; i++)
        {
            var indent = new string(' ', 2 * rows[i].Depth);
            var lines = rows[i].Mark is null
                ? [indent + labels[i]]
                : TextSize.Wrap(labels[i], named - indent.Length, label => TextLayout.Width(label)).Select(line => indent + line).ToList();
            foreach (var line in lines.SkipLast(1))
                text.Append(line).Append('\n');
            var bar = rows[i].Mark is { } mark ? Bar(mark, scale, plot) : "";
            var gap = new string(' ', Gap);
            text.Append($"{TextLayout.Pad(lines[^1], named, right: false)}{gap}{bar}{gap}{values[i]}".TrimEnd()).Append('\n');
        }
        return text.Append(new string(' ', named + Gap)).Append(Axis(scale, style, plot)).Append('\n').ToString();
    }

    private static int PlaceOf(double value, Scale scale, int plot) =>
        (int)Math.Round(scale.PlaceOf(value) * (plot - 1), MidpointRounding.AwayFromZero);

    private static string Bar(Mark mark, Scale scale, int plot)
    {
        var bar = new char[plot];
        Array.Fill(bar, ' ');
        if (mark.Value is { } value)
        {
            if (value is { Lower: { } lower, Upper: { } upper })
            {
                var (from, to) = (PlaceOf(lower, scale, plot), PlaceOf(upper, scale, plot));
                Array.Fill(bar, '─', from, to - from + 1);
                (bar[from], bar[to]) = ('├', '┤');
            }
            bar[PlaceOf(value.Estimate, scale, plot)] = mark.IsOverall ? '◆' : '■';
        }
        return new string(bar);
    }

    /// <summary>The ticks whose labels do not touch.</summary>
    private static string Axis(Scale scale, Style style, int plot)
    {
        var axis = new StringBuilder();
        foreach (var tick in scale.Ticks)
        {
            var label = scale.LabelOf(tick, style);
            var start = Math.Min(plot - label.Length, Math.Max(0, PlaceOf((double)tick, scale, plot) - (label.Length / 2)));
            if (axis.Length == 0 || start > axis.Length)
                axis.Append(' ', start - axis.Length).Append(label);
        }
        return axis.ToString();
    }
}
