using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The exact conditional interval for an odds ratio: all ψ that neither one-sided exact test rejects at α/2.</summary>
/// <remarks>L: P(X≥x₁; ψ) = α/2 and U: P(X≤x₁; ψ) = α/2, X noncentral hypergeometric.</remarks>
public sealed class ConditionalExact : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "conditional-exact";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.OddsRatio;

    /// <inheritdoc/>
    public override string Title => "Conditional exact";

    /// <inheritdoc/>
    public override string Formula => "L: P(X≥x₁; ψ) = α/2; U: P(X≤x₁; ψ) = α/2; X noncentral hypergeometric";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Cornfield J (1956). A statistical problem arising from retrospective studies. In: Neyman J (ed). Proceedings of the "
        + "Third Berkeley Symposium on Mathematical Statistics and Probability 4:135–148.");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When coverage of at least the level must be guaranteed; it agrees with the test fisher-central.";

    /// <inheritdoc/>
    public override string Weakness => "Conservative: wider than necessary in small samples.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "An empty cell makes the lower limit 0 or the upper limit infinite; only one table possible: 0 to infinity.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<FisherCentral>();

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
                ExplanationStep.Lower, "the ψ at which P(X≥x₁) = α/2", $"x₁ = {groups.X1}, {level.Tail}", limits.Lower);
            yield return new(
                "check",
                "P(X≥x₁) at the lower limit",
                $"ψ = {limits.Lower}",
                ConditionalTail.Above(groups, OfObserved, limits.Lower));
        }
        if (double.IsFinite(limits.Upper))
        {
            yield return new(
                ExplanationStep.Upper, "the ψ at which P(X≤x₁) = α/2", $"x₁ = {groups.X1}, {level.Tail}", limits.Upper);
            yield return new(
                "check",
                "P(X≤x₁) at the upper limit",
                $"ψ = {limits.Upper}",
                ConditionalTail.Above(groups.Swapped, OfObserved, 1 / limits.Upper));
        }
    }

    /// <summary>How much of the probability of the observed table counts.</summary>
    private const double OfObserved = 1;
}
