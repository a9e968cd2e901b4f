using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>A kind of picture. Each is one file; it draws what was computed and computes no statistics.</summary>
public abstract class Picture
{
    /// <summary>The largest number of rows in a readable picture.</summary>
    public const int MostRows = 500;

    private const int DescribedRows = 12;

    /// <summary>The name, as typed.</summary>
    public abstract string Name { get; }

    /// <summary>What it shows, in a few words.</summary>
    public abstract string Shows { get; }

    /// <summary>Whether it is the default picture of a chart.</summary>
    public abstract bool Suits(Chart chart);

    /// <summary>A sentence that says why a chart cannot be drawn; null if it can.</summary>
    public virtual string? Objection(Chart chart) => chart.Marks.Count <= MostRows
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{chart.Marks.Count} rows are more than the {MostRows} that a picture can show; narrow with --where, or use bands.");

    /// <summary>Draws it as SVG.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="style">How numbers are written. A standalone picture contains its title.</param>
    public abstract string Draw(Chart chart, Style style);

    /// <summary>A description of the marks for screen readers, limited to a bearable length.</summary>
    internal static string DescriptionOf(Chart chart, Style style) =>
        string.Join(". ", chart.Marks.Take(DescribedRows).Select(mark => Told(mark, chart, style)))
        + (chart.Marks.Count > DescribedRows
            ? string.Create(CultureInfo.InvariantCulture, $". And {chart.Marks.Count - DescribedRows} more.")
            : ".");

    /// <summary>One mark in words.</summary>
    internal static string Told(Mark mark, Chart chart, Style style)
    {
        var subject = chart.HasSubjects ? $"{mark.Subject}, " : "";
        var series = chart.HasSeries ? $", {mark.Series.Name}" : "";
        var who = mark.IsOverall ? "Overall" : string.Join(", ", mark.Stratum.Select(level => $"{level.Column} {level.Level}"));
        var counts = mark.Counts is { } known ? $", {style.Text(known, ColumnKind.Fraction)}" : "";
        return $"{subject}{who}{series}: {(mark.Value is null ? "no persons to estimate from" : ValueOf(mark, chart, style))}{counts}";
    }

    /// <summary>The value of a mark, formatted.</summary>
    internal static string ValueOf(Mark mark, Chart chart, Style style) =>
        mark is { IsReference: true, Value: { } given }
            ? string.Create(CultureInfo.InvariantCulture, $"{given.Estimate} (reference)")
            : style.Text(mark.Value, chart.Measure.Kind);
}
