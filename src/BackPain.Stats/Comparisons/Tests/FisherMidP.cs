using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The mid-P version of Fisher's exact test: only half the probability of the observed table counts.</summary>
/// <remarks>min(1, 2·(min(P(X ≤ x₁), P(X ≥ x₁)) − ½P(X = x₁))), X hypergeometric.</remarks>
public sealed class FisherMidP : TwoGroupTest
{
    /// <inheritdoc/>
    public override string Name => "fisher-midp";

    /// <inheritdoc/>
    public override string Title => "Fisher's exact test, mid-P";

    /// <inheritdoc/>
    public override string Formula => "p = min(1, 2·(min(P(X ≤ x₁), P(X ≥ x₁)) − ½P(X = x₁))), X hypergeometric";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Hwang JTG, Yang M-C (2001). An optimality theory for mid p-values in 2 × 2 contingency tables. Stat Sin 11:807–826.");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "Small samples, when the exact test is considered too conservative; it agrees with the interval conditional-mid-p.";

    /// <inheritdoc/>
    public override string Weakness => "No guarantee: the true error can exceed the nominal one a little.";

    /// <inheritdoc/>
    public override string AtTheEdges => "p = 1 where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups)
    {
        if (groups.AllAreAlike)
            return new TestResult(null, null, 1);
        if (!groups.AllowsExact)
            return TestResult.Undefined;
        var tails = ExactTails.Of(groups);
        return new TestResult(null, null, Math.Min(1, (2 * Math.Min(tails.Below, tails.Above)) + tails.Observed));
    }

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (!groups.AllowsExact)
            yield break;
        var tails = ExactTails.Of(groups);
        yield return new("P(X = x₁)", "the hypergeometric probability of the observed table", $"x₁ = {groups.X1}", tails.Observed);
        yield return new(
            "tail", "the smaller of P(X < x₁) and P(X > x₁)", $"min({tails.Below}, {tails.Above})", Math.Min(tails.Below, tails.Above));
        yield return new(
            "p",
            "min(1, 2·(tail + ½P(X = x₁)))",
            $"min(1, 2·({Math.Min(tails.Below, tails.Above)} + {tails.Observed}/2))",
            ApplyTo(groups).P!.Value);
    }
}
