using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The interval of Newcombe for a difference, from the Wilson intervals of both groups.</summary>
/// <remarks>d ∓ √((p̂₁−l₁)² + (u₂−p̂₂)²) with the Wilson limits l and u of each group.</remarks>
public sealed class Newcombe : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "newcombe";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Difference;

    /// <inheritdoc/>
    public override string Title => "Newcombe hybrid score";

    /// <inheritdoc/>
    public override string Formula => "d − √((p̂₁−l₁)² + (u₂−p̂₂)²) to d + √((u₁−p̂₁)² + (p̂₂−l₂)²), l and u by Wilson";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Newcombe RG (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. "
        + "Stat Med 17:873–890 (method 10).",
        "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When the limits should follow from the Wilson intervals of both groups, by a closed formula.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Agrees with no test; can be too narrow for prevalences close to 0 and 1 in groups of very different size.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Always defined, within −1 to 1.";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level)
    {
        var (one, two) = (OfOne.Around(groups.Group, level), OfOne.Around(groups.Reference, level));
        var (below, above) = (groups.Group.Value - one.Lower, two.Upper - groups.Reference.Value);
        return Measure.EstimateOf(groups)!.Value - Math.Sqrt((below * below) + (above * above));
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        var (one, two) = (OfOne.Around(groups.Group, level), OfOne.Around(groups.Reference, level));
        var (p1, p2, d) = (groups.Group.Value, groups.Reference.Value, Measure.EstimateOf(groups)!.Value);
        yield return new("l₁", "the lower limit of the group, " + OfOne.Title, $"{groups.X1}/{groups.N1}", one.Lower);
        yield return new("u₁", "the upper limit of the group, " + OfOne.Title, $"{groups.X1}/{groups.N1}", one.Upper);
        yield return new("l₂", "the lower limit of the reference, " + OfOne.Title, $"{groups.X2}/{groups.N2}", two.Lower);
        yield return new("u₂", "the upper limit of the reference, " + OfOne.Title, $"{groups.X2}/{groups.N2}", two.Upper);
        yield return new(
            ExplanationStep.Lower,
            "d − √((p̂₁−l₁)² + (u₂−p̂₂)²)",
            $"{d} − √(({p1}−{one.Lower})² + ({two.Upper}−{p2})²)",
            Lower(groups, level));
        yield return new(
            ExplanationStep.Upper,
            "d + √((u₁−p̂₁)² + (p̂₂−l₂)²)",
            $"{d} + √(({one.Upper}−{p1})² + ({p2}−{two.Lower})²)",
            -Lower(groups.Swapped, level));
    }

    private static readonly IntervalMethod OfOne = new Wilson();
}
