using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The interval of Agresti and Caffo for a difference: Wald after one case and one non-case are added to each group.</summary>
/// <remarks>p̌₁−p̌₂ ∓ z√(p̌₁q̌₁/(n₁+2) + p̌₂q̌₂/(n₂+2)) with p̌ = (x+1)/(n+2). The estimate remains that of the sample.</remarks>
public sealed class AgrestiCaffo : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "agresti-caffo";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Difference;

    /// <inheritdoc/>
    public override string Title => "Agresti–Caffo";

    /// <inheritdoc/>
    public override string Formula => "p̌₁ − p̌₂ ∓ z√(p̌₁q̌₁/(n₁+2) + p̌₂q̌₂/(n₂+2)), p̌ = (x+1)/(n+2)";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Agresti A, Caffo B (2000). Simple and effective confidence intervals for proportions and differences of proportions result from "
        + "adding two successes and two failures. Am Stat 54:280–288.",
        "10.1080/00031305.2000.10474560");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "For teaching and for calculation by hand.";

    /// <inheritdoc/>
    public override string Weakness => "Its centre is not the estimate; conservative for small prevalences.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Always defined; truncated to −1 to 1.";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) =>
        Centre(groups) - (Z(level) * StandardError(groups));

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        var (p1, p2) = ((groups.X1 + 1) / (groups.N1 + 2), (groups.X2 + 1) / (groups.N2 + 2));
        var (z, centre, se) = (Z(level), Centre(groups), StandardError(groups));
        yield return Quantile(level);
        yield return new("p̌₁", "(x₁+1)/(n₁+2)", $"({groups.X1}+1)/({groups.N1}+2)", p1);
        yield return new("p̌₂", "(x₂+1)/(n₂+2)", $"({groups.X2}+1)/({groups.N2}+2)", p2);
        yield return new("centre", "p̌₁ − p̌₂", $"{p1} − {p2}", centre);
        yield return new(
            "SE",
            "√(p̌₁(1−p̌₁)/(n₁+2) + p̌₂(1−p̌₂)/(n₂+2))",
            $"√({p1}·{1 - p1}/({groups.N1}+2) + {p2}·{1 - p2}/({groups.N2}+2))",
            se);
        yield return new(ExplanationStep.Lower, "centre − z·SE", $"{centre} − {z}·{se}", centre - (z * se));
        yield return new(ExplanationStep.Upper, "centre + z·SE", $"{centre} + {z}·{se}", centre + (z * se));
    }

    private static double Centre(TwoGroups groups) => ((groups.X1 + 1) / (groups.N1 + 2)) - ((groups.X2 + 1) / (groups.N2 + 2));

    private static double StandardError(TwoGroups groups) =>
        Math.Sqrt(VarianceOf(groups.X1, groups.Y1, groups.N1) + VarianceOf(groups.X2, groups.Y2, groups.N2));

    private static double VarianceOf(double x, double y, double n) => (x + 1) / (n + 2) * ((y + 1) / (n + 2)) / (n + 2);
}
