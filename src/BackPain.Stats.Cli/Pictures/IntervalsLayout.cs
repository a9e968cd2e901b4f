using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>Where the columns of a picture of intervals stand, by what has to fit into them.</summary>
internal sealed class IntervalsLayout
{
    /// <summary>What is left free at the edges.</summary>
    public const double Margin = 14;

    /// <summary>The size of the text.</summary>
    public const double Size = 13;

    /// <summary>How far a row is set in beneath its heading.</summary>
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
    /// <param name="style">How numbers look.</param>
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

    /// <summary>Whether there are counts, which then have a column.</summary>
    public bool HasCounts { get; }

    /// <summary>Where the column of series begins, if there is one.</summary>
    public double SeriesStart { get; }

    /// <summary>Where the plot begins.</summary>
    public double Left { get; }

    /// <summary>Where the plot ends.</summary>
    public double Right { get; }

    /// <summary>Where the column of cases and persons ends.</summary>
    public double CountsEnd { get; }

    /// <summary>Where the column of estimates ends.</summary>
    public double ValuesEnd => Width - Margin;

    /// <summary>The width of the picture.</summary>
    public double Width { get; }

    /// <summary>The axis.</summary>
    public Scale Scale { get; }

    /// <summary>Where a value lies.</summary>
    public double X(double value) => Left + ((Right - Left) * Scale.PlaceOf(value));

    /// <summary>Whether the label of a row reaches into the plot.</summary>
    public bool ReachesIntoPlot(IntervalRow row) =>
        row.Mark is null && (row.Depth * Indent) + TextSize.WidthOf(row.Label, Size, bold: true) > Left - Margin;

    /// <summary>The label of a row in lines: a heading has the whole width, the others their column.</summary>
    public IReadOnlyList<string> LabelLines(IntervalRow row) =>
        TextSize.Wrap(row.Label, Size, (row.Mark is null ? Width - (2 * Margin) : labels) - (row.Depth * Indent), bold: row.Mark is null);
}
