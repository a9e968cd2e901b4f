using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>Fisher's exact test, two-sided by doubling the smaller tail.</summary>
/// <remarks>min(1, 2·min(P(X ≤ x₁), P(X ≥ x₁))), X hypergeometric.</remarks>
public sealed class FisherCentral : TwoGroupTest
{
    /// <inheritdoc/>
    public override string Name => "fisher-central";

    /// <inheritdoc/>
    public override string Title => "Fisher's exact test, twice the smaller tail";

    /// <inheritdoc/>
    public override string Formula => "p = min(1, 2·min(P(X ≤ x₁), P(X ≥ x₁))), X hypergeometric";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Fay MP (2010). Confidence intervals that match Fisher's exact or Blaker's exact tests. Biostatistics 11:373–374.",
        "10.1093/biostatistics/kxp050");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When the error of the test must be guaranteed; it agrees with the interval conditional-exact at every level.";

    /// <inheritdoc/>
    public override string Weakness => "Conservative: the true error is often less than half the nominal one.";

    /// <inheritdoc/>
    public override string AtTheEdges => "p = 1 where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups) =>
        groups.AllAreAlike ? new TestResult(null, null, 1)
        : groups.AllowsExact ? new TestResult(null, null, Math.Min(1, 2 * ExactTails.Of(groups).Smaller))
        : TestResult.Undefined;

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (!groups.AllowsExact)
            yield break;
        var tails = ExactTails.Of(groups);
        yield return new(
            "tail", "the smaller of P(X ≤ x₁) and P(X ≥ x₁)", $"{tails.Observed} + min({tails.Below}, {tails.Above})", tails.Smaller);
        yield return new("p", "min(1, 2·tail)", $"min(1, 2·{tails.Smaller})", ApplyTo(groups).P!.Value);
    }
}
