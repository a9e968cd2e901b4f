using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The Wald interval for a difference.</summary>
/// <remarks>d ∓ z√(p̂₁q̂₁/n₁ + p̂₂q̂₂/n₂).</remarks>
public sealed class WaldDifference : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "wald";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Difference;

    /// <inheritdoc/>
    public override string Title => "Wald";

    /// <inheritdoc/>
    public override string Formula => "d ∓ z√(p̂₁q̂₁/n₁ + p̂₂q̂₂/n₂)";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Wald A (1943). Tests of statistical hypotheses concerning several parameters when the number of observations is large. "
        + "Trans Am Math Soc 54:426–482.",
        "10.1090/S0002-9947-1943-0012401-3");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "Only to reproduce published figures; in large groups all methods agree.";

    /// <inheritdoc/>
    public override string Weakness => "Too narrow in small groups and near 0 and 1; zero width if both prevalences are 0 or 1.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Zero width where each prevalence is 0 or 1, with the note degenerate-interval; truncated to −1 to 1.";

    /// <inheritdoc/>
    protected override Note? NoteOn(TwoGroups groups) => StandardError(groups) == 0 ? Note.DegenerateInterval : null;

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) =>
        Measure.EstimateOf(groups)!.Value - (Z(level) * StandardError(groups));

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        var (p1, p2, d) = (groups.Group.Value, groups.Reference.Value, Measure.EstimateOf(groups)!.Value);
        var (z, se) = (Z(level), StandardError(groups));
        yield return Quantile(level);
        yield return new("SE", "√(p̂₁q̂₁/n₁ + p̂₂q̂₂/n₂)", $"√({p1}·{1 - p1}/{groups.N1} + {p2}·{1 - p2}/{groups.N2})", se);
        yield return new(ExplanationStep.Lower, "d − z·SE", $"{d} − {z}·{se}", d - (z * se));
        yield return new(ExplanationStep.Upper, "d + z·SE", $"{d} + {z}·{se}", d + (z * se));
    }

    private static double StandardError(TwoGroups groups) =>
        Math.Sqrt(VarianceOf(groups.X1, groups.Y1, groups.N1) + VarianceOf(groups.X2, groups.Y2, groups.N2));

    private static double VarianceOf(double x, double y, double n) => x / n * (y / n) / n;
}
