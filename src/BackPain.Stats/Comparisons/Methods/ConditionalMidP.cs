using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The mid-P version of the exact conditional interval for an odds ratio.</summary>
/// <remarks>L: ½P(X=x₁; ψ) + P(X&gt;x₁; ψ) = α/2, U: ½P(X=x₁; ψ) + P(X&lt;x₁; ψ) = α/2, X noncentral hypergeometric.</remarks>
public sealed class ConditionalMidP : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "conditional-mid-p";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.OddsRatio;

    /// <inheritdoc/>
    public override string Title => "Conditional mid-P";

    /// <inheritdoc/>
    public override string Formula => "L: ½P(X=x₁; ψ) + P(X>x₁; ψ) = α/2; U: ½P(X=x₁; ψ) + P(X<x₁; ψ) = α/2; X noncentral hypergeometric";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Mehta CR, Walsh SJ (1992). Comparison of exact, mid-p, and Mantel–Haenszel confidence intervals for the common odds ratio across "
        + "several 2 × 2 contingency tables. Am Stat 46:146–150.",
        "10.1080/00031305.1992.10475874");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "Small samples, when the exact interval is considered too wide; the interval that OpenEpi recommends.";

    /// <inheritdoc/>
    public override string Weakness => "No guarantee: coverage falls slightly below the level for some odds ratios.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "An empty cell makes the lower limit 0 or the upper limit infinite; only one table possible: 0 to infinity.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<FisherMidP>();

    /// <inheritdoc/>
    protected override bool HasIntervalFor(TwoGroups groups) => groups.AllowsExact;

    /// <inheritdoc/>
    protected override Note? NoteOn(TwoGroups groups) => groups.AllowsExact ? null : ComparisonNotes.TooManyForExact;

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) =>
        ConditionalTail.OddsRatioAt(groups, OfObserved, level.Tail);

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        yield return Tail(level);
        if (limits.Lower > 0)
        {
            yield return new(
                ExplanationStep.Lower, "the ψ at which ½P(X=x₁) + P(X>x₁) = α/2", $"x₁ = {groups.X1}, {level.Tail}", limits.Lower);
            yield return new(
                "check",
                "½P(X=x₁) + P(X>x₁) at the lower limit",
                $"ψ = {limits.Lower}",
                ConditionalTail.Above(groups, OfObserved, limits.Lower));
        }
        if (double.IsFinite(limits.Upper))
        {
            yield return new(
                ExplanationStep.Upper, "the ψ at which ½P(X=x₁) + P(X<x₁) = α/2", $"x₁ = {groups.X1}, {level.Tail}", limits.Upper);
            yield return new(
                "check",
                "½P(X=x₁) + P(X<x₁) at the upper limit",
                $"ψ = {limits.Upper}",
                ConditionalTail.Above(groups.Swapped, OfObserved, 1 / limits.Upper));
        }
    }

    /// <summary>How much of the probability of the observed table counts.</summary>
    private const double OfObserved = 0.5;
}
