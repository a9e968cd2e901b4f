using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Strata;

/// <summary>A table with the margins of an observed one and a given odds ratio (Cornfield 1956).</summary>
internal readonly struct ExpectedTable
{
    /// <param name="observed">The groups, with cases and non-cases.</param>
    /// <param name="oddsRatio">The odds ratio, greater than 0 and finite.</param>
    public ExpectedTable(TwoGroups observed, double oddsRatio)
    {
        var k = observed;
        // x₁ − t, y₁ + t, x₂ + t and y₂ − t have the odds ratio; they fall and rise with t.
        Distance = BracketedRoot.Of(
            t => ((k.X1 - t) * (k.Y2 - t)) - (oddsRatio * (k.Y1 + t) * (k.X2 + t)), -Math.Min(k.Y1, k.X2), Math.Min(k.X1, k.Y2));
        Variance = 1 / ((1 / (k.X1 - Distance)) + (1 / (k.Y1 + Distance)) + (1 / (k.X2 + Distance)) + (1 / (k.Y2 - Distance)));
    }

    /// <summary>x₁ less what is expected.</summary>
    public double Distance { get; }

    /// <summary>The variance of x₁ with all margins fixed, to first order.</summary>
    public double Variance { get; }
}
