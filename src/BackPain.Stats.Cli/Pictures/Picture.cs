using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Tables;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>A kind of picture of estimates. Each is one file; it places what was computed, and computes nothing.</summary>
public abstract class Picture
{
    /// <summary>The most rows of which a picture can still be looked at.</summary>
    public const int MostRows = 500;

    private const int DescribedRows = 12;

    /// <summary>The name, as typed.</summary>
    public abstract string Name { get; }

    /// <summary>What it shows, in a few words.</summary>
    public abstract string Shows { get; }

    /// <summary>Whether it is the natural picture of these estimates.</summary>
    public abstract bool Suits(Table estimates);

    /// <summary>Why it cannot be drawn of these estimates, as a sentence; nothing where it can.</summary>
    public virtual string? Objection(Table estimates) => estimates.Rows.Count <= MostRows
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{estimates.Rows.Count} rows are more than the {MostRows} that a picture can show; narrow with --where, or use bands.");

    /// <summary>Draws it as SVG.</summary>
    /// <param name="estimates">Estimates in the columns of the contract.</param>
    /// <param name="style">How numbers look; a picture that stands alone has its title in it.</param>
    public abstract string Draw(Table estimates, Style style);

    /// <summary>What the marks are about: the outcome, or that there are several.</summary>
    internal static string TitleOf(IReadOnlyList<Mark> marks) => marks.Select(mark => mark.Outcome).Distinct().ToList() is [var only] ? only : "Prevalence";

    /// <summary>The unit and the level: "% (95% CI)".</summary>
    internal static string UnitOf(IReadOnlyList<Mark> marks, Style style) =>
        (marks.Any(mark => mark.IsWeighted) ? "weighted " : "") + (style.Per == 100 ? "%" : string.Create(CultureInfo.InvariantCulture, $"per {style.Per}")) + (marks.Any(mark => mark.Value?.Lower is not null) ? $" ({Mark.InPercent(marks[0].Level)}% CI)" : "");

    /// <summary>The marks in words, as far as one can listen to them.</summary>
    internal static string DescriptionOf(IReadOnlyList<Mark> marks, Style style) =>
        string.Join(". ", marks.Take(DescribedRows).Select(mark => Told(mark, marks, style)))
        + (marks.Count > DescribedRows ? string.Create(CultureInfo.InvariantCulture, $". And {marks.Count - DescribedRows} more.") : ".");

    /// <summary>One mark in words.</summary>
    internal static string Told(Mark mark, IReadOnlyList<Mark> marks, Style style)
    {
        var outcome = marks.Any(other => other.Outcome != marks[0].Outcome) ? $"{mark.Outcome}, " : "";
        var method = marks.Any(other => other.Method != marks[0].Method) ? $", {mark.Method?.Name}" : "";
        var who = mark.IsOverall ? "Overall" : string.Join(", ", mark.Stratum.Select(level => $"{level.Column} {level.Level}"));
        return $"{outcome}{who}{method}: {(mark.Value is { } value ? style.Text(value, ColumnKind.Interval) : "nobody to estimate from")}, {style.Text(mark.Counts, ColumnKind.Fraction)}";
    }

    /// <summary>What the lines are: "95% confidence interval, Wilson score".</summary>
    internal static string IntervalsOf(IReadOnlyList<Mark> marks)
    {
        var titles = marks.Where(mark => mark.Value?.Lower is not null).Select(mark => mark.Method?.Title).Distinct().ToList();
        return titles.Count == 0 ? "" : $"{Mark.InPercent(marks[0].Level)}% confidence interval{(titles is [{ } only] ? $", {only}" : "")}";
    }
}
