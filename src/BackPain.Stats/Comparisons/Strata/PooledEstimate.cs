using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Strata;

/// <summary>An estimate of a measure that strata have in common.</summary>
/// <param name="Value">The estimate, which may be infinite; null if it is undefined.</param>
/// <param name="Variance">The variance on the scale of the interval, which is logarithmic for ratios; null if there is none.</param>
public readonly record struct PooledEstimate(double? Value, double? Variance)
{
    /// <summary>The standard error; null if there is none.</summary>
    public double? StandardError => Variance is { } v ? Math.Sqrt(v) : null;

    /// <summary>The ratio of two sums: 0, infinite or undefined if one or both of them are 0, and then without variance.</summary>
    internal static PooledEstimate OfRatio(double numerator, double denominator, double variance) => (numerator, denominator) switch
    {
        (0, 0) => new(null, null),
        (0, _) => new(0, null),
        (_, 0) => new(double.PositiveInfinity, null),
        _ => new(numerator / denominator, variance),
    };

    /// <summary>The limits; null if there are none.</summary>
    public ComparisonLimits? Limits(ComparisonMeasure measure, ConfidenceLevel level)
    {
        if (Value is not { } value || StandardError is not ({ } se and > 0))
            return null;
        var half = StandardNormal.UpperQuantile(level.Tail) * se;
        return measure.IsRatio
            ? new ComparisonLimits(value * Math.Exp(-half), value * Math.Exp(half))
            : new ComparisonLimits(Math.Max(-1, value - half), Math.Min(1, value + half));
    }
}
