using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score statistic of a difference δ, and the lower limit at which it is z.</summary>
/// <remarks>
/// S(δ) = (p̂₁−p̂₂−δ)/√((p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂)·c), where p̃₁ = p̃₂ + δ maximize the likelihood, and
/// c is N/(N−1) or 1. The maximum is found as the root of the likelihood equation for the smaller of p̃₁ and p̃₂, not by the
/// closed formula for cubic equations, which loses digits where the prevalence is small. Where most persons are cases, non-cases are
/// used.
/// </remarks>
/// <param name="groups">The groups.</param>
/// <param name="correction">c, the factor of the variance.</param>
internal sealed class ScoreOfDifference(TwoGroups groups, double correction)
{
    // p̂₁ − p̂₂ = q̂₂ − q̂₁.
    private readonly TwoGroups groups = groups.M > groups.N / 2 ? groups.Mirrored.Swapped : groups;

    /// <summary>p̂₁ − p̂₂.</summary>
    public double Estimate => groups.Imbalance / groups.N1 / groups.N2;

    /// <summary>The variance of p̂₁ − p̂₂ if the true difference is δ.</summary>
    /// <param name="delta">δ, from −1 to 1.</param>
    public double VarianceAt(double delta)
    {
        var upper = delta >= 0 ? groups : groups.Swapped;
        var gap = Math.Abs(delta);
        var small = SmallerAt(upper, gap);
        var smallVariance = small * (1 - small) / upper.N2;
        return correction * (smallVariance + ((small + gap) * Math.Max(0, 1 - gap - small) / upper.N1));
    }

    /// <summary>The lower δ at which the score is z.</summary>
    public double LowerLimit(double z) =>
        BracketedRoot.Of(
            delta =>
            {
                var (distance, error) = (Estimate - delta, z * Math.Sqrt(VarianceAt(delta)));
                return distance == 0 ? -1 : (distance - error) / (distance + error);
            },
            -1,
            Estimate);

    /// <summary>The smaller of the two most likely prevalences that differ by a gap.</summary>
    /// <param name="g">The groups, the one with the larger prevalence first.</param>
    /// <param name="gap">|δ|, from 0 to 1.</param>
    private static double SmallerAt(TwoGroups g, double gap)
    {
        if (gap == 0)
            return g.M / g.N;
        var highest = 1 - gap;
        // The slope of the log-likelihood, times what makes it finite at both ends; it falls from positive to negative.
        double Slope(double t)
        {
            var rest = Math.Max(0, highest - t);
            var (fromBelow, fromAbove) = (g.X2 == 0 ? 1 : t, g.Y1 == 0 ? 1 : rest);
            var small = (g.X2 * (1 - t) * (t + gap) * fromAbove) - (g.Y2 * fromBelow * (t + gap) * fromAbove);
            var large = (g.X1 * fromBelow * (1 - t) * fromAbove) - (g.Y1 * fromBelow * (1 - t) * (t + gap));
            return small + large;
        }
        return Slope(0) <= 0 ? 0 : Slope(highest) >= 0 ? highest : BracketedRoot.Of(Slope, 0, highest);
    }
}
