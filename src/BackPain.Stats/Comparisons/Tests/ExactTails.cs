namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The tails of the exact test: the probability of what was observed, and of fewer or more cases in the group.</summary>
/// <param name="Observed">P(X = x₁).</param>
/// <param name="Below">P(X &lt; x₁).</param>
/// <param name="Above">P(X &gt; x₁).</param>
internal readonly record struct ExactTails(double Observed, double Below, double Above)
{
    /// <summary>The tails at odds ratio 1.</summary>
    public static ExactTails Of(TwoGroups groups)
    {
        var (tables, x) = (groups.Tables, groups.Group.Cases);
        var observed = tables.At(x);
        // The tail on the near side of the mode by its own terms; the other as the rest.
        var fewer = x * (groups.N + 2) <= (groups.N1 + 1) * (groups.M + 1);
        if (fewer)
        {
            var below = observed * tables.BelowRelative(x, 1);
            return new ExactTails(observed, below, Math.Max(0, 1 - observed - below));
        }
        var above = observed * tables.AboveRelative(x, 1);
        return new ExactTails(observed, Math.Max(0, 1 - observed - above), above);
    }

    /// <summary>The smaller of P(X ≤ x₁) and P(X ≥ x₁).</summary>
    public double Smaller => Observed + Math.Min(Below, Above);
}
