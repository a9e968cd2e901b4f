using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The lower likelihood-ratio limit of x cases in n persons, of which only the side of a point is asked on which it lies: two logarithms instead of a root.</summary>
/// <remarks>
/// The limit is the p below x/n whose deviance 2[ℓ(x/n) − ℓ(p)] is z². Nothing is above the limit of more than n cases, and nothing below that of none.
/// Answers leave room for rounding: close to the limit it is neither above nor below.
/// </remarks>
/// <param name="X">Cases; also −1 and n+1, for the neighbours of a count.</param>
/// <param name="N">Persons.</param>
/// <param name="Tail">The probability beyond z.</param>
public readonly record struct LikelihoodLimit(double X, double N, double Tail)
{
    private const double Room = 1e-6;

    /// <summary>The limit of as many cases, or of some more or fewer, of the same persons.</summary>
    public static LikelihoodLimit Of(Proportion proportion, double tail, int more = 0) => new(proportion.Cases + more, proportion.Persons, tail);

    /// <summary>Whether the limit is certainly above p.</summary>
    public bool IsAbove(double p) => X > 0 && X <= N && (p <= 0 || (p < X / N && Excess(p) > Room));

    /// <summary>Whether the limit is certainly below p.</summary>
    public bool IsBelow(double p) => p > 0 && X <= N && (p >= X / N || Excess(p) < -Room);

    /// <summary>By how much the deviance of p from x/n is more than z², as a share of z².</summary>
    private double Excess(double p)
    {
        var z = StandardNormal.UpperQuantile(Tail);
        var at = new UnitPoint(p, 1 - p);
        var belowEstimate = SaddlePoint.Lambda(X, N - X, at);
        var half = SaddlePoint.Deviance(X, N * at.P, belowEstimate) + SaddlePoint.Deviance(N - X, N * at.Q, -belowEstimate);
        return (half / (z * z / 2)) - 1;
    }
}
