using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>An interval for a difference from the intervals of both groups (Newcombe 1998).</summary>
/// <remarks>d − √((p̂₁−l₁)² + (u₂−p̂₂)²) to d + √((u₁−p̂₁)² + (p̂₂−l₂)²) with the limits l and u of each group.</remarks>
/// <param name="ofOne">The method of the interval of a single group.</param>
public abstract class HybridMethod(IntervalMethod ofOne) : ComparisonMethod
{
    /// <inheritdoc/>
    public sealed override ComparisonMeasure Measure => ComparisonMeasure.Difference;

    /// <inheritdoc/>
    public sealed override string AtTheEdges => "Always defined, within −1 to 1.";

    /// <inheritdoc/>
    protected internal sealed override double Lower(TwoGroups groups, ConfidenceLevel level)
    {
        var (one, two) = (ofOne.Around(groups.Group, level), ofOne.Around(groups.Reference, level));
        var (below, above) = (groups.Group.Value - one.Lower, two.Upper - groups.Reference.Value);
        return Measure.EstimateOf(groups)!.Value - Math.Sqrt((below * below) + (above * above));
    }

    /// <inheritdoc/>
    protected internal sealed override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        var (one, two) = (ofOne.Around(groups.Group, level), ofOne.Around(groups.Reference, level));
        var (p1, p2, d) = (groups.Group.Value, groups.Reference.Value, Measure.EstimateOf(groups)!.Value);
        yield return new("l₁", "the lower limit of the group, " + ofOne.Title, $"{groups.X1}/{groups.N1}", one.Lower);
        yield return new("u₁", "the upper limit of the group, " + ofOne.Title, $"{groups.X1}/{groups.N1}", one.Upper);
        yield return new("l₂", "the lower limit of the reference, " + ofOne.Title, $"{groups.X2}/{groups.N2}", two.Lower);
        yield return new("u₂", "the upper limit of the reference, " + ofOne.Title, $"{groups.X2}/{groups.N2}", two.Upper);
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
}
