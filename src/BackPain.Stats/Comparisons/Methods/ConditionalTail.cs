using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The upper tail of x₁ with all margins fixed, as a function of the odds ratio ψ.</summary>
internal static class ConditionalTail
{
    /// <summary>c·P(X = x₁) + P(X &gt; x₁) at odds ratio ψ.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="ofObserved">c, how much of the probability of the observed table counts: 1, or ½ for mid-P.</param>
    /// <param name="oddsRatio">ψ, greater than 0.</param>
    public static double Above(TwoGroups groups, double ofObserved, double oddsRatio)
    {
        var (above, below) = Around(groups, oddsRatio);
        return double.IsPositiveInfinity(above) ? 1 : (ofObserved + above) / (1 + above + below);
    }

    /// <summary>The ψ at which c·P(X = x₁) + P(X &gt; x₁) is a given probability.</summary>
    /// <param name="groups">Groups with a case in the first and a non-case in the second.</param>
    /// <param name="ofObserved">c, from 0 to 1.</param>
    /// <param name="tail">A probability, greater than 0 and less than ½.</param>
    public static double OddsRatioAt(TwoGroups groups, double ofObserved, double tail)
    {
        var start = Math.Log((groups.X1 / (groups.Y1 + 0.5)) * (groups.Y2 / (groups.X2 + 0.5)));
        var step = Math.Sqrt((1 / groups.X1) + (1 / (groups.Y1 + 1)) + (1 / (groups.X2 + 1)) + (1 / groups.Y2));
        // The odds of the tail, which do not round to 1 where the other tail is small.
        var odds = Math.Log(tail / (1 - tail));
        return Math.Exp(BracketedRoot.Falling(
            log =>
            {
                var (above, below) = Around(groups, Math.Exp(log));
                return Math.Clamp(odds - Math.Log((ofObserved + above) / (below + 1 - ofObserved)), -1e3, 1e3);
            },
            start - (2 * step),
            step));
    }

    private static (double Above, double Below) Around(TwoGroups groups, double oddsRatio)
    {
        var (tables, x) = (groups.Tables, groups.Group.Cases);
        return (tables.AboveRelative(x, oddsRatio), tables.BelowRelative(x, oddsRatio));
    }
}
