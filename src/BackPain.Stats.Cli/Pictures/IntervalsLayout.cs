using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>The positions of the columns of a picture of intervals, computed from their contents.</summary>
internal sealed class IntervalsLayout
{
    public const double Margin = 14;

    /// <summary>The size of the text.</summary>
    public const double Size = 13;

    /// <summary>The indentation of a row beneath its heading.</summary>
    public const double Indent = 14;

    /// <summary>The heading of the column of counts.</summary>
    public const string CountsHeading = "cases/n";

    private const double Gap = 18;
    private const double WidestLabel = 240;
    private const double UsualWidth = 680;
    private const double NarrowestPlot = 220;
    private const double RoomForTick = 42;

    private readonly double labels;

    /// <param name="chart">What is drawn.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="style">How numbers are written.</param>
    public IntervalsLayout(Chart chart, IReadOnlyList<IntervalRow> rows, Style style)
    {
        var marks = chart.Marks;
        HasCounts = marks.Any(mark => mark.Counts is not null);
        labels = Math.Min(WidestLabel, rows.Max(row => (row.Depth * Indent) + TextSize.WidthOf(row.Label, Size, row.Mark is null)));
        SeriesStart = Margin + labels + Gap;
        Left = SeriesStart + (chart.HasSeries ? marks.Max(mark => TextSize.WidthOf(mark.Series.Name, Size)) + Gap : 0);
        var counts = HasCounts
            ? Gap
                + marks
                    .Select(mark => style.Text(mark.Counts, ColumnKind.Fraction))
                    .Append(CountsHeading)
                    .Max(text => TextSize.WidthOf(text, Size))
            : 0;
        var values = marks
            .Select(mark => Picture.ValueOf(mark, chart, style))
            .Append(style.Heading(chart))
            .Max(text => TextSize.WidthOf(text, Size));
        Right = Left + Math.Max(NarrowestPlot, UsualWidth - Left - counts - Gap - values - Margin);
        CountsEnd = Right + counts;
        Width = CountsEnd + Gap + values + Margin;
        Scale = Scale.For(chart, (int)((Right - Left) / RoomForTick));
    }

    /// <summary>Whether there is a column of counts.</summary>
    public bool HasCounts { get; }

    /// <summary>The left edge of the column of series, if there is one.</summary>
    public double SeriesStart { get; }

    /// <summary>The left edge of the plot.</summary>
    public double Left { get; }

    /// <summary>The right edge of the plot.</summary>
    public double Right { get; }

    /// <summary>The right edge of the column of cases and persons.</summary>
    public double CountsEnd { get; }

    /// <summary>The right edge of the column of estimates.</summary>
    public double ValuesEnd => Width - Margin;

    public double Width { get; }

    public Scale Scale { get; }

    /// <summary>The position of a value.</summary>
    public double X(double value) => Left + ((Right - Left) * Scale.PlaceOf(value));

    /// <summary>Whether the label of a row reaches into the plot.</summary>
    public bool ReachesIntoPlot(IntervalRow row) =>
        row.Mark is null && (row.Depth * Indent) + TextSize.WidthOf(row.Label, Size, bold: true) > Left - Margin;

    /// <summary>The label of a row in lines: a heading may use the whole width, other labels their column.</summary>
    public IReadOnlyList<string> LabelLines(IntervalRow row) =>
        TextSize.Wrap(row.Label, Size, (row.Mark is null ? Width - (2 * Margin) : labels) - (row.Depth * Indent), bold: row.Mark is null);
}
