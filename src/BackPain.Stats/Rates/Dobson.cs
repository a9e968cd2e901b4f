using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>The interval of Dobson et al. for a weighted sum of Poisson counts: the exact limits of the count, moved and scaled.</summary>
/// <remarks>Without cases √(v/X) is undefined; the largest weight stands in for it, as it does in Fay and Feuer's limit.</remarks>
public sealed class Dobson : WeightedRateMethod
{
    /// <inheritdoc/>
    public override string Name => "dobson";

    /// <inheritdoc/>
    public override string Title => "Dobson";

    /// <inheritdoc/>
    public override string Formula => "y + √(v/X)·(X_L − X) to y + √(v/X)·(X_U − X), X_L and X_U the exact Poisson limits of the cases X";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Dobson AJ, Kuulasmaa K, Eberle E, Scherer J (1991). Confidence intervals for weighted sums of Poisson parameters. "
        + "Stat Med 10:457–462.",
        "10.1002/sim.4780100317");

    /// <inheritdoc/>
    public override string WhenToUse => "As published by the WHO MONICA project and, with Byar's limits, by public health offices.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Coverage can fall below the level where the weights of the strata differ much; takes cases for Poisson counts.";

    /// <inheritdoc/>
    protected override double Lower(WeightedSum sum, double tail) =>
        sum.Y + (Math.Sqrt(sum.V / sum.Cases) * (PoissonExact.LowerLimit(sum.Cases, tail) - sum.Cases));

    /// <inheritdoc/>
    protected override double Upper(WeightedSum sum, double tail) =>
        sum.Y + (Scale(sum) * (PoissonExact.UpperLimit(sum.Cases, tail) - sum.Cases));

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(WeightedSum sum, ConfidenceLevel level)
    {
        var (x, y, scale) = (sum.Cases, sum.Y, Scale(sum));
        var (lower, upper) = (PoissonExact.LowerLimit(x, level.Tail), PoissonExact.UpperLimit(x, level.Tail));
        yield return x > 0
            ? new("√(v/X)", "the scale, X the number of cases", $"√({sum.V}/{x})", scale)
            : new("scale", "max c/n, the largest weight of a case, since there are no cases", $"max c/n", scale);
        if (x > 0)
            yield return new(
                ExplanationStep.Lower,
                "y + √(v/X)·(X_L − X), X_L the exact Poisson limit",
                $"{y} + {scale}·({lower} − {x})",
                Lower(sum, level.Tail));
        yield return new(
            ExplanationStep.Upper,
            "y + √(v/X)·(X_U − X), X_U the exact Poisson limit",
            $"{y} + {scale}·({upper} − {x})",
            Upper(sum, level.Tail));
    }

    private static double Scale(WeightedSum sum) => sum.Cases == 0 ? sum.LargestWeight : Math.Sqrt(sum.V / sum.Cases);
}
