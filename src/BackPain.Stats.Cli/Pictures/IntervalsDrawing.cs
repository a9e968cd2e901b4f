using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>Draws intervals: columns of text with an axis between them.</summary>
internal sealed class IntervalsDrawing(Chart chart, Style style)
{
    private const double Margin = IntervalsLayout.Margin;
    private const double Size = IntervalsLayout.Size;
    private const double Indent = IntervalsLayout.Indent;
    private const double LineHeight = 17;
    private const double RowPadding = 6;
    private const double ToBaseline = 0.36;
    private const double LargestMark = 12;
    private const double SmallestMark = 4.5;
    private const double OverallMark = 13;
    private const double MarkOpacity = 0.45;
    private const double HollowOpacity = 0.12;
    private const int RowsThatNeedAnAxisAbove = 25;

    private readonly IReadOnlyList<IntervalRow> rows = IntervalRow.For(chart);
    private readonly IntervalsLayout layout = new(chart, IntervalRow.For(chart), style);
    private readonly double mostPersons = chart.Marks.Where(mark => !mark.IsOverall).Max(mark => (double?)mark.Counts?.Persons) ?? 1;

    public string Draw(string title, string description)
    {
        var svg = new Svg(title, description);
        var y = style.StandsAlone
            ? Lines(svg, title, Margin, Margin, Size + 2, layout.Width - (2 * Margin), Ink.Strong, bold: true) + RowPadding
            : Margin;
        if (layout.HasCounts)
            svg.Text(layout.CountsEnd, y + Size, IntervalsLayout.CountsHeading, Ink.Quiet, Size, Svg.Anchor.End);
        svg.Text(layout.ValuesEnd, y + Size, style.Heading(chart), Ink.Quiet, Size, Svg.Anchor.End);
        if (rows.Count > RowsThatNeedAnAxisAbove)
            Ticks(svg, y + Size);
        var top = y + LineHeight + RowPadding;
        var tops = TopsFrom(top);
        Grid(svg, tops);
        References(svg, tops);
        for (var i = 0; i < rows.Count; i++)
            Row(svg, rows[i], tops[i], tops[i + 1] - tops[i]);
        Ticks(svg, tops[^1] + LineHeight);
        var end = Lines(
            svg,
            Legend(),
            Margin,
            tops[^1] + LineHeight + (2 * RowPadding),
            Size - 2,
            layout.Width - (2 * Margin),
            Ink.Quiet,
            bold: false);
        return svg.Whole(layout.Width, end + Margin, style.StandsAlone);
    }

    private static double Lines(Svg svg, string text, double x, double y, double size, double room, Ink ink, bool bold)
    {
        foreach (var line in TextSize.Wrap(text, size, room, bold))
        {
            svg.Text(x, y + size, line, ink, size, bold: bold);
            y += size + 4;
        }
        return y;
    }

    /// <summary>The top of each row, and the bottom of the last.</summary>
    private double[] TopsFrom(double top)
    {
        var tops = new double[rows.Count + 1];
        tops[0] = top;
        for (var i = 0; i < rows.Count; i++)
            tops[i + 1] = tops[i] + (layout.LabelLines(rows[i]).Count * LineHeight) + RowPadding
                + (rows[i].Mark is null && i > 0 ? RowPadding : 0);
        return tops;
    }

    /// <summary>Grid lines at the ticks, interrupted by headings that reach into the plot.</summary>
    private void Grid(Svg svg, double[] tops)
    {
        var from = 0;
        for (var i = 0; i <= rows.Count; i++)
        {
            var gives = i < rows.Count && layout.ReachesIntoPlot(rows[i]);
            if (i < rows.Count && !gives)
                continue;
            foreach (var tick in layout.Scale.Ticks.Where(_ => i > from))
                svg.Line(layout.X((double)tick), tops[from], layout.X((double)tick), tops[i], Ink.Hair, 1);
            from = i + 1;
        }
        svg.Line(layout.Left, tops[^1], layout.Right, tops[^1], Ink.Quiet, 1);
    }

    /// <summary>A line at the null value, or at the overall estimate of each subject, to compare its strata with.</summary>
    private void References(Svg svg, double[] tops)
    {
        if (chart.Measure.Null is { } none)
        {
            svg.Line(layout.X(none), tops[0], layout.X(none), tops[^1], Ink.Quiet, 1);
            return;
        }
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Mark is not { IsOverall: true, Value: { } overall } mark)
                continue;
            var last = rows
                .Select((row, index) => (row.Mark, index))
                .Last(row => row.Mark?.Subject == mark.Subject && row.Mark.Series == mark.Series).index;
            if (last > i && mark.Series == chart.Marks[0].Series)
                svg.Line(
                    layout.X(overall.Estimate),
                    (tops[i] + tops[i + 1]) / 2,
                    layout.X(overall.Estimate),
                    tops[last + 1],
                    Ink.Quiet,
                    1,
                    "3 3");
        }
    }

    private void Ticks(Svg svg, double baseline)
    {
        foreach (var tick in layout.Scale.Ticks)
            svg.Text(layout.X((double)tick), baseline, layout.Scale.LabelOf(tick, style), Ink.Quiet, Size - 1, Svg.Anchor.Middle);
    }

    private void Row(Svg svg, IntervalRow row, double top, double height)
    {
        var lines = layout.LabelLines(row);
        var first = top + height - (lines.Count * LineHeight) - (RowPadding / 2);
        for (var i = 0; i < lines.Count; i++)
            svg.Text(Margin + (row.Depth * Indent), first + (i * LineHeight) + Size, lines[i], Ink.Strong, Size, bold: row.Mark is null);
        if (row.Mark is not { } mark)
            return;
        var middle = top + (height / 2);
        if (chart.HasSeries)
            svg.Text(layout.SeriesStart, middle + (Size * ToBaseline), mark.Series.Name, Ink.Quiet, Size);
        svg.Telling(Picture.Told(mark, chart, style), () =>
        {
            svg.Target(layout.Left, top, layout.Right - layout.Left, height);
            Draw(svg, mark, middle);
        });
        if (layout.HasCounts)
            svg.Text(
                layout.CountsEnd,
                middle + (Size * ToBaseline),
                style.Text(mark.Counts, ColumnKind.Fraction),
                Ink.Strong,
                Size,
                Svg.Anchor.End);
        svg.Text(layout.ValuesEnd, middle + (Size * ToBaseline), Picture.ValueOf(mark, chart, style), Ink.Strong, Size, Svg.Anchor.End);
    }

    private void Draw(Svg svg, Mark mark, double y)
    {
        if (mark.Value is not { } value)
            return;
        var (ink, x) = (mark.IsOverall ? Ink.Strong : Ink.Groups[0], layout.X(value.Estimate));
        var share = (mark.Counts?.Persons ?? 1) / mostPersons;
        var half = (mark.IsOverall ? OverallMark : Math.Max(SmallestMark, LargestMark * Math.Sqrt(share))) / 2;
        // A translucent mark does not hide an interval narrower than itself.
        svg.Plane(
            mark.IsOverall
                ? [(x - half, y), (x, y - half), (x + half, y), (x, y + half)]
                : [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)],
            ink,
            mark.Series.IsHollow ? HollowOpacity : value.Lower is null || mark.IsOverall ? 1 : MarkOpacity);
        if (value is { Lower: { } lower, Upper: { } upper })
            svg.Line(layout.X(lower), y, layout.X(upper), y, ink, 2);
        if (!mark.IsOverall)
            svg.Line(x, y - (SmallestMark / 2), x, y + (SmallestMark / 2), ink, 2);
    }

    private string Legend()
    {
        var overall = chart.Marks.Any(mark => mark.IsOverall);
        var strata = chart.Marks.Any(mark => !mark.IsOverall);
        return string.Join(' ', new[]
        {
            strata ? layout.HasCounts ? "Square: estimate, its area by the number of persons." : "Square: estimate." : "",
            overall ? $"Diamond{(strata ? " and dashed line" : "")}: overall." : "",
            chart.Intervals is { Length: > 0 } intervals ? $"Line: {intervals}." : "",
        }.Where(sentence => sentence.Length > 0));
    }
}
