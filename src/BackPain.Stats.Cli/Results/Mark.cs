using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Results;

/// <summary>One estimate, as it is drawn. Everything in it was computed before.</summary>
/// <param name="Subject">What is estimated, in words; a heading where a chart has several.</param>
/// <param name="Stratum">Who; empty for everybody.</param>
/// <param name="Series">Which of several estimates of the same persons it is.</param>
/// <param name="Counts">Cases and persons; null where the estimate has none of its own.</param>
/// <param name="Value">The estimate and its limits; null where there is none.</param>
/// <param name="IsReference">Whether the others are compared with it, so that its value is given and not estimated.</param>
public sealed record Mark(
    string Subject,
    IReadOnlyList<StratumLevel> Stratum,
    MarkSeries Series,
    Fraction? Counts,
    IntervalCell? Value,
    bool IsReference = false)
{
    /// <summary>Whether it is about everybody.</summary>
    public bool IsOverall => Stratum.Count == 0;

    /// <summary>The columns it is broken down by.</summary>
    public string By => string.Join(" × ", Stratum.Select(level => level.Column));

    /// <summary>Who it is about, in words.</summary>
    public string Who => IsOverall ? "Overall" : string.Join(", ", Stratum.Select(level => level.Level));

    /// <summary>The upper end of what is drawn of it; null where there is nothing to draw.</summary>
    public double? Highest => Value?.Upper ?? Value?.Estimate;

    /// <summary>The lower end.</summary>
    public double? Lowest => Value?.Lower ?? Value?.Estimate;
}

/// <summary>One of several estimates of the same persons: by one interval method, or crude beside adjusted.</summary>
/// <param name="Name">Its short name, as it stands in a row.</param>
/// <param name="Title">Its name in a legend.</param>
/// <param name="IsHollow">Whether its marks are drawn in outline, as beside others that matter more.</param>
public sealed record MarkSeries(string Name, string Title, bool IsHollow = false);
