using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>
/// Two groups, of one outcome in one stratum, compared by one measure and one method; or a test of them, or of all groups.
/// </summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Stratum">The stratum within which groups are compared; empty for everybody.</param>
/// <param name="Method">The interval method or test.</param>
public sealed record ComparisonRow(KeyColumn Outcome, IReadOnlyList<StratumLevel> Stratum, CitedMethod Method)
{
    /// <summary>What the row is.</summary>
    public ComparisonKind Kind { get; init; } = ComparisonKind.Interval;

    /// <summary>The columns within whose levels groups were compared and pooled; null for a crude comparison.</summary>
    public Stratification? Adjustment { get; init; }

    /// <summary>The measure; null for a test.</summary>
    public ComparisonMeasure? Measure { get; init; }

    /// <summary>The groups compared; null for a test or a slope of all groups.</summary>
    public GroupPair? Pair { get; init; }

    /// <summary>The prevalence of the group, weighted if there are weights; null if it is empty.</summary>
    public double? Prevalence { get; init; }

    /// <summary>The prevalence of the reference; null if it is empty.</summary>
    public double? ReferencePrevalence { get; init; }

    /// <summary>The estimate, which may be infinite; null if it is undefined.</summary>
    public double? Estimate { get; init; }

    /// <summary>The limits; null if there are none.</summary>
    public ComparisonLimits? Limits { get; init; }

    /// <summary>The standard error on the scale of the interval, which is logarithmic for ratios; null if there is none.</summary>
    public double? StandardError { get; init; }

    /// <summary>The degrees of freedom of the numerator, or of a chi-squared statistic; null if it has none.</summary>
    public double? NumeratorDegreesOfFreedom { get; init; }

    /// <summary>The degrees of freedom of the denominator, or of t; null if it has none.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>The test statistic: t, χ² or F; null if there is none.</summary>
    public double? Statistic { get; init; }

    /// <summary>The p value; null if there is none.</summary>
    public double? P { get; init; }

    /// <summary>The p value adjusted for the size of its family; null if it is not in a family of several.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>What the reader must know of this row.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
