using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The mid-P version of the exact conditional interval for an odds ratio.</summary>
/// <remarks>L: ½P(X=x₁; ψ) + P(X&gt;x₁; ψ) = α/2, U: ½P(X=x₁; ψ) + P(X&lt;x₁; ψ) = α/2, X noncentral hypergeometric.</remarks>
public sealed class ConditionalMidP() : ConditionalMethod(0.5, "½P(X=x₁) + P(X>x₁)", "½P(X=x₁) + P(X<x₁)")
{
    /// <inheritdoc/>
    public override string Name => "conditional-mid-p";

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
    public override TwoGroupTest? Test => TwoGroupTests.The<FisherMidP>();
}
