using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>A kind of picture. Each is one file; it places what was computed, and computes nothing.</summary>
public abstract class Picture
{
    /// <summary>The most rows of which a picture can still be looked at.</summary>
    public const int MostRows = 500;

    private const int DescribedRows = 12;

    /// <summary>The name, as typed.</summary>
    public abstract string Name { get; }

    /// <summary>What it shows, in a few words.</summary>
    public abstract string Shows { get; }

    /// <summary>Whether it is the natural picture of a chart.</summary>
    public abstract bool Suits(Chart chart);

    /// <summary>Why it cannot be drawn, as a sentence; null where it can.</summary>
    public virtual string? Objection(Chart chart) => chart.Marks.Count <= MostRows
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{chart.Marks.Count} rows are more than the {MostRows} that a picture can show; narrow with --where, or use bands.");

    /// <summary>Draws it as SVG.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="style">How numbers look; a picture that stands alone has its title in it.</param>
    public abstract string Draw(Chart chart, Style style);

    /// <summary>The marks in words, as far as one can listen to them.</summary>
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
        return $"{subject}{who}{series}: {(mark.Value is null ? "nobody to estimate from" : ValueOf(mark, chart, style))}{counts}";
    }

    /// <summary>The value of a mark as it is written.</summary>
    internal static string ValueOf(Mark mark, Chart chart, Style style) =>
        mark is { IsReference: true, Value: { } given }
            ? string.Create(CultureInfo.InvariantCulture, $"{given.Estimate} (reference)")
            : style.Text(mark.Value, chart.Measure.Kind);
}
