using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score statistic of a ratio φ, and the lower limit at which it is z.</summary>
/// <remarks>
/// S(φ) = (p̂₁−φp̂₂)/√((p̃₁q̃₁/n₁ + φ²p̃₂q̃₂/n₂)·c) with p̃₁ = φp̃₂ and p̃₂ the root of
/// Nφp² − [φ(n₁+x₂)+x₁+n₂]p + m = 0. The discriminant is
/// written as a sum of positive terms, and q̃ is a root of an equation of its own, so that neither loses digits near 0 or 1.
/// </remarks>
/// <param name="groups">The groups, with at least one case in the first.</param>
/// <param name="correction">c, the factor of the variance.</param>
internal sealed class ScoreOfRatio(TwoGroups groups, double correction)
{
    /// <summary>The variance of p̂₁ − φp̂₂ if the true ratio is φ.</summary>
    public double VarianceAt(double phi)
    {
        var (p, q) = MostLikely(groups, phi);
        var q1 = MostLikely(groups.Swapped, 1 / phi).Q;
        return correction * ((phi * p * (q1 / groups.N1)) + (phi * p * (phi * (q / groups.N2))));
    }

    /// <summary>p̂₁ − φp̂₂.</summary>
    public double DistanceFrom(double phi) => (groups.X1 / groups.N1) - (phi * (groups.X2 / groups.N2));

    /// <summary>The lower φ at which the score is z.</summary>
    public double LowerLimit(double z)
    {
        var (a, b) = (1 / groups.X1, groups.X2 == 0 ? 1 : 1 / groups.X2);
        var start = Math.Log((groups.X1 / groups.N1) / (Math.Max(0.5, groups.X2) / groups.N2)) - (z * Math.Sqrt(a + b));
        return Math.Exp(BracketedRoot.Falling(
            log =>
            {
                var phi = Math.Exp(log);
                var (distance, error) = (DistanceFrom(phi), z * Math.Sqrt(VarianceAt(phi)));
                return distance <= 0 ? -1 : (distance - error) / (distance + error);
            },
            start,
            Math.Sqrt(a + b)));
    }

    /// <summary>p̃₂ and q̃₂ under the ratio φ.</summary>
    private static (double P, double Q) MostLikely(TwoGroups g, double phi)
    {
        var (y1, y2, n) = (g.Y1, g.Y2, g.N);
        var excess = n * (phi - 1);
        var e = excess + (phi * y2) + y1;
        var root = phi >= 1
            ? Math.Sqrt(((excess - (phi * y2)) * (excess - (phi * y2))) + (y1 * (y1 + (2 * (excess + (phi * y2))))))
            : Math.Sqrt((e * e) - (4 * phi * y2 * excess));
        var b = (phi * (g.N1 + g.X2)) + g.X1 + g.N2;
        var p = 2 * g.M / (b + root);
        var q = e >= 0 ? (e + root) / (2 * n * phi) : 2 * (1 - phi) * y2 / (root - e);
        return (Math.Min(1, p), Math.Min(1, q));
    }
}
