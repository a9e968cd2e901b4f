using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Results;

/// <summary>One estimate to be drawn. Everything in it is already computed.</summary>
/// <param name="Subject">What is estimated, in words; a heading if a chart has several subjects.</param>
/// <param name="Stratum">The stratum; empty for the overall estimate.</param>
/// <param name="Series">The series, among several estimates of the same persons.</param>
/// <param name="Counts">Cases and persons; null if the estimate has no counts of its own.</param>
/// <param name="Value">The estimate and its limits; null if there is none.</param>
/// <param name="IsReference">Whether it is the reference that the others are compared with, whose value is fixed rather than
/// estimated.</param>
public sealed record Mark(
    string Subject,
    IReadOnlyList<StratumLevel> Stratum,
    MarkSeries Series,
    Fraction? Counts,
    IntervalCell? Value,
    bool IsReference = false)
{
    /// <summary>Whether it is the overall estimate.</summary>
    public bool IsOverall => Stratum.Count == 0;

    /// <summary>The columns it is broken down by.</summary>
    public string By => string.Join(" × ", Stratum.Select(level => level.Column));

    /// <summary>The stratum, in words.</summary>
    public string Who => IsOverall ? "Overall" : string.Join(", ", Stratum.Select(level => level.Level));

    /// <summary>The highest value drawn; null if there is nothing to draw.</summary>
    public double? Highest => Value?.Upper ?? Value?.Estimate;

    /// <summary>The lowest value drawn; null if there is nothing to draw.</summary>
    public double? Lowest => Value?.Lower ?? Value?.Estimate;
}

/// <summary>One of several estimates of the same persons: by one interval method, or crude beside adjusted.</summary>
/// <param name="Name">The short name shown in a row.</param>
/// <param name="Title">Its name in a legend.</param>
/// <param name="IsHollow">Whether its marks are drawn in outline, so that others stand out.</param>
public sealed record MarkSeries(string Name, string Title, bool IsHollow = false);
