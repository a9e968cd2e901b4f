using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The exact conditional interval for an odds ratio: all ψ that neither one-sided exact test rejects at α/2.</summary>
/// <remarks>L: P(X≥x₁; ψ) = α/2 and U: P(X≤x₁; ψ) = α/2, X noncentral hypergeometric.</remarks>
public sealed class ConditionalExact() : ConditionalMethod(1, "P(X≥x₁)", "P(X≤x₁)")
{
    /// <inheritdoc/>
    public override string Name => "conditional-exact";

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
    public override TwoGroupTest? Test => TwoGroupTests.The<FisherCentral>();
}
