using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Results;

/// <summary>The data of a picture: the marks of an answer and their common measure.</summary>
/// <param name="Marks">The marks, in the order of the rows.</param>
/// <param name="Measure">What their values measure.</param>
/// <param name="Level">The confidence level of their limits.</param>
public sealed record Chart(IReadOnlyList<Mark> Marks, Measure Measure, ConfidenceLevel Level)
{
    /// <summary>Whether the marks have several subjects.</summary>
    public bool HasSubjects => Marks.Any(mark => mark.Subject != Marks[0].Subject);

    /// <summary>Whether the marks belong to several series.</summary>
    public bool HasSeries => Marks.Any(mark => mark.Series != Marks[0].Series);

    /// <summary>Whether any mark has limits.</summary>
    public bool HasIntervals => Marks.Any(mark => mark.Value?.Lower is not null);

    /// <summary>The common subject of the marks, or the measure if they have several subjects.</summary>
    public string Title => HasSubjects || Marks.Count == 0 ? Measure.Title : Marks[0].Subject;

    /// <summary>What the lines show: "95% confidence interval, Wilson score"; empty if there are none.</summary>
    public string Intervals
    {
        get
        {
            var titles = Marks.Where(mark => mark.Value?.Lower is not null).Select(mark => mark.Series.Title).Distinct().ToList();
            return titles.Count == 0
                ? ""
                : $"{Level.InPercent}% confidence interval{(titles is [{ Length: > 0 } only] ? $", {only}" : "")}";
        }
    }

    /// <summary>The lowest and highest value of each mark.</summary>
    public IReadOnlyList<double> Ends => [.. Marks.SelectMany(mark => new[] { mark.Lowest, mark.Highest }).OfType<double>()];
}

/// <summary>What the values of marks measure, which determines their format and the kind of axis.</summary>
/// <param name="Title">The measure in a title: "Prevalence".</param>
/// <param name="Kind">How values are written.</param>
/// <param name="Prefix">The text before the unit of a proportion: "weighted "; for other measures, the name.</param>
/// <param name="Null">The null value, which means no difference; null if there is none.</param>
public sealed record Measure(string Title, ColumnKind Kind, string Prefix = "", double? Null = null)
{
    /// <summary>A prevalence.</summary>
    public static Measure Prevalence(bool weighted) => new("Prevalence", ColumnKind.Interval, weighted ? "weighted " : "");

    /// <summary>A ratio, which lies on a logarithmic axis.</summary>
    public static Measure RatioOf(string title, string name) => new(title, ColumnKind.RatioInterval, name, 1);

    /// <summary>A difference of proportions, which may be negative.</summary>
    public static Measure DifferenceOf(string title, string name) => new(title, ColumnKind.Interval, name, 0);

    /// <summary>Whether the axis is logarithmic.</summary>
    public bool IsLogarithmic => Kind == ColumnKind.RatioInterval;

    /// <summary>Whether values are proportions, from 0 to 1.</summary>
    public bool IsProportion => Null is null;
}
