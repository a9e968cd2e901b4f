using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>
/// The lower likelihood-ratio limit of x cases among n persons. It is only compared with given points, which takes two logarithms
/// instead of solving for a root.
/// </summary>
/// <remarks>
/// The limit is the p below x/n whose deviance 2[ℓ(x/n) − ℓ(p)] is z². For more than n cases it is never certain to be above or below
/// a point, and for no cases or fewer it is below every positive p. Comparisons allow for rounding error: very close to a point the
/// limit is neither above nor below it.
/// </remarks>
/// <param name="X">Cases; also −1 and n+1, for the counts next to an observed one.</param>
/// <param name="NonCases">n − x; −1 and n+1 beside them.</param>
/// <param name="Tail">The probability beyond z.</param>
public readonly record struct LikelihoodLimit(double X, double NonCases, double Tail)
{
    private const double Room = 1e-6;

    private double N => X + NonCases;

    /// <summary>Creates the limit for the counts of a proportion, optionally with more or fewer cases among the same persons.</summary>
    public static LikelihoodLimit Of(Proportion proportion, double tail, int more = 0) => new(
        proportion.Cases + more,
        proportion.Persons - proportion.Cases - more,
        tail);

    /// <summary>Whether the limit is certainly above p.</summary>
    public bool IsAbove(double p) => X > 0 && NonCases >= 0 && (p <= 0 || (p < X / N && Excess(p) > Room));

    /// <summary>Whether the limit is certainly below p.</summary>
    public bool IsBelow(double p) => p > 0 && NonCases >= 0 && (p >= X / N || Excess(p) < -Room);

    /// <summary>Returns the relative excess of the deviance of p from x/n over z².</summary>
    private double Excess(double p)
    {
        var z = StandardNormal.UpperQuantile(Tail);
        var at = new UnitPoint(p, 1 - p);
        var belowEstimate = SaddlePoint.Lambda(X, NonCases, at);
        var half = SaddlePoint.Deviance(X, N * at.P, belowEstimate) + SaddlePoint.Deviance(NonCases, N * at.Q, -belowEstimate);
        return (half / (z * z / 2)) - 1;
    }
}
