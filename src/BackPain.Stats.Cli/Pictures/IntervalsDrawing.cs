using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Tables;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>One drawing of intervals: columns of text with an axis between them.</summary>
internal sealed class IntervalsDrawing
{
    private const double Margin = 14;
    private const double Size = 13;
    private const double LineHeight = 17;
    private const double RowPadding = 6;
    private const double Gap = 18;
    private const double Indent = 14;
    private const double WidestLabel = 240;
    private const double UsualWidth = 680;
    private const double NarrowestPlot = 220;
    private const double RoomForTick = 42;
    private const double LargestMark = 12;
    private const double SmallestMark = 4.5;
    private const double OverallMark = 13;
    private const double MarkOpacity = 0.45;
    private const int RowsThatNeedAnAxisAbove = 25;

    private readonly IReadOnlyList<Mark> marks;
    private readonly IReadOnlyList<IntervalRow> rows;
    private readonly Style style;
    private readonly Scale scale;
    private readonly double labels;
    private readonly double left;
    private readonly double right;
    private readonly double countsEnd;
    private readonly double width;
    private readonly double mostPersons;
    private readonly bool manyMethods;

    public IntervalsDrawing(IReadOnlyList<Mark> marks, Style style)
    {
        (this.marks, this.style, rows) = (marks, style, IntervalRow.For(marks));
        mostPersons = marks.Where(mark => !mark.IsOverall).Max(mark => (double?)mark.Counts.Persons) ?? 1;
        manyMethods = marks.Any(mark => mark.Method != marks[0].Method);
        labels = Math.Min(WidestLabel, rows.Max(row => (row.Depth * Indent) + TextSize.WidthOf(row.Label, Size, row.Mark is null)));
        var methods = manyMethods ? marks.Max(mark => TextSize.WidthOf(mark.Method?.Name ?? "", Size)) + Gap : 0;
        var counts = marks.Select(CountsOf).Append("cases/n").Max(text => TextSize.WidthOf(text, Size));
        var values = marks.Select(ValueOf).Append(UnitOf(marks)).Max(text => TextSize.WidthOf(text, Size));
        left = Margin + labels + Gap + methods;
        var plot = Math.Max(NarrowestPlot, UsualWidth - left - Gap - counts - Gap - values - Margin);
        (right, countsEnd, width) = (left + plot, left + plot + Gap + counts, left + plot + Gap + counts + Gap + values + Margin);
        scale = Scale.Over([.. marks.SelectMany(mark => new[] { mark.Lowest, mark.Highest }).Where(end => end is not null).Select(end => end!.Value)], (int)(plot / RoomForTick));
    }

    /// <summary>Draws it.</summary>
    public string Draw(string title, string description)
    {
        var svg = new Svg(title, description);
        var y = style.StandsAlone ? Lines(svg, title, Margin, Margin, Size + 2, width - (2 * Margin), Ink.Strong, bold: true) + RowPadding : Margin;
        svg.Text(countsEnd, y + Size, "cases/n", Ink.Quiet, Size, Svg.Anchor.End);
        svg.Text(width - Margin, y + Size, UnitOf(marks), Ink.Quiet, Size, Svg.Anchor.End);
        if (rows.Count > RowsThatNeedAnAxisAbove)
            Ticks(svg, y + Size);
        var top = y + LineHeight + RowPadding;
        var places = PlacesFrom(top);
        Grid(svg, places);
        References(svg, places);
        for (var i = 0; i < rows.Count; i++)
            Row(svg, rows[i], places[i], places[i + 1] - places[i]);
        Ticks(svg, places[^1] + LineHeight);
        var end = Lines(svg, Legend(), Margin, places[^1] + LineHeight + (2 * RowPadding), Size - 2, width - (2 * Margin), Ink.Quiet, bold: false);
        return svg.Whole(width, end + Margin, style.StandsAlone);
    }

    private static string UnitOf(IReadOnlyList<Mark> marks, Style style) => Picture.UnitOf(marks, style);

    private static double Lines(Svg svg, string text, double x, double y, double size, double room, Ink ink, bool bold)
    {
        foreach (var line in TextSize.Wrap(text, size, room, bold))
        {
            svg.Text(x, y + size, line, ink, size, bold: bold);
            y += size + 4;
        }
        return y;
    }

    private string UnitOf(IReadOnlyList<Mark> all) => UnitOf(all, style);

    private string CountsOf(Mark mark) => style.Text(mark.Counts, ColumnKind.Fraction);

    private string ValueOf(Mark mark) => mark.Value is { } value ? style.Text(value, ColumnKind.Interval) : style.Text(null, ColumnKind.Interval);

    private double X(double share) => left + ((right - left) * scale.PlaceOf(share));

    private IReadOnlyList<string> LabelLines(IntervalRow row) =>
        row.Mark is null ? TextSize.Wrap(row.Label, Size, width - (2 * Margin) - (row.Depth * Indent), bold: true) : TextSize.Wrap(row.Label, Size, labels - (row.Depth * Indent));

    /// <summary>Where each row begins, and where the last one ends.</summary>
    private double[] PlacesFrom(double top)
    {
        var places = new double[rows.Count + 1];
        places[0] = top;
        for (var i = 0; i < rows.Count; i++)
            places[i + 1] = places[i] + (LabelLines(rows[i]).Count * LineHeight) + RowPadding + (rows[i].Mark is null && i > 0 ? RowPadding : 0);
        return places;
    }

    /// <summary>Lines at the ticks, which give way to headings that reach into the plot.</summary>
    private void Grid(Svg svg, double[] places)
    {
        var from = 0;
        for (var i = 0; i <= rows.Count; i++)
        {
            var gives = i < rows.Count && rows[i].Mark is null && (rows[i].Depth * Indent) + TextSize.WidthOf(rows[i].Label, Size, bold: true) > left - Margin;
            if (i < rows.Count && !gives)
                continue;
            foreach (var tick in scale.Ticks.Where(_ => i > from))
                svg.Line(X((double)tick), places[from], X((double)tick), places[i], Ink.Hair, 1);
            from = i + 1;
        }
        svg.Line(left, places[^1], right, places[^1], Ink.Quiet, 1);
    }

    /// <summary>The overall figure of each outcome, to compare its strata with.</summary>
    private void References(Svg svg, double[] places)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Mark is not { IsOverall: true, Value: { } overall } mark)
                continue;
            var last = rows.Select((row, place) => (row.Mark, place)).Last(row => row.Mark?.Outcome == mark.Outcome && row.Mark.Method == mark.Method).place;
            if (last > i && mark.Method == marks[0].Method)
                svg.Line(X(overall.Estimate), (places[i] + places[i + 1]) / 2, X(overall.Estimate), places[last + 1], Ink.Quiet, 1, "3 3");
        }
    }

    private void Ticks(Svg svg, double baseline)
    {
        foreach (var tick in scale.Ticks)
            svg.Text(X((double)tick), baseline, scale.LabelOf(tick, style.Per), Ink.Quiet, Size - 1, Svg.Anchor.Middle);
    }

    private void Row(Svg svg, IntervalRow row, double top, double height)
    {
        var lines = LabelLines(row);
        var first = top + height - (lines.Count * LineHeight) - (RowPadding / 2);
        for (var i = 0; i < lines.Count; i++)
            svg.Text(Margin + (row.Depth * Indent), first + (i * LineHeight) + Size, lines[i], Ink.Strong, Size, bold: row.Mark is null);
        if (row.Mark is not { } mark)
            return;
        var middle = top + (height / 2);
        if (manyMethods)
            svg.Text(Margin + labels + Gap, middle + (Size * 0.36), mark.Method?.Name ?? "", Ink.Quiet, Size);
        svg.Telling(Picture.Told(mark, marks, style), () =>
        {
            svg.Target(left, top, right - left, height);
            Draw(svg, mark, middle);
        });
        svg.Text(countsEnd, middle + (Size * 0.36), CountsOf(mark), Ink.Strong, Size, Svg.Anchor.End);
        svg.Text(width - Margin, middle + (Size * 0.36), ValueOf(mark), Ink.Strong, Size, Svg.Anchor.End);
    }

    private void Draw(Svg svg, Mark mark, double y)
    {
        if (mark.Value is not { } value)
            return;
        var (ink, x) = (mark.IsOverall ? Ink.Strong : Ink.Groups[0], X(value.Estimate));
        var half = (mark.IsOverall ? OverallMark : Math.Max(SmallestMark, LargestMark * Math.Sqrt(mark.Counts.Persons / mostPersons))) / 2;
        // A light mark lets an interval be seen that is narrower than it.
        svg.Plane(mark.IsOverall ? [(x - half, y), (x, y - half), (x + half, y), (x, y + half)] : [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)], ink, value.Lower is null || mark.IsOverall ? 1 : MarkOpacity);
        if (value is { Lower: { } lower, Upper: { } upper })
            svg.Line(X(lower), y, X(upper), y, ink, 2);
        if (!mark.IsOverall)
            svg.Line(x, y - (SmallestMark / 2), x, y + (SmallestMark / 2), ink, 2);
    }

    private string Legend()
    {
        var intervals = Picture.IntervalsOf(marks);
        var overall = marks.Any(mark => mark.IsOverall);
        var strata = marks.Any(mark => !mark.IsOverall);
        return string.Join(' ', new[]
        {
            strata ? "Square: estimate, its area by the number of persons." : "",
            overall ? $"Diamond{(strata ? " and dashed line" : "")}: everybody." : "",
            intervals.Length > 0 ? $"Line: {intervals}." : "",
        }.Where(sentence => sentence.Length > 0));
    }
}
