using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The interval of Newcombe for a difference, from the continuity-corrected Wilson intervals of both groups.</summary>
/// <remarks>d ∓ √((p̂₁−l₁)² + (u₂−p̂₂)²) with the continuity-corrected Wilson limits l and u of each group.</remarks>
public sealed class NewcombeContinuityCorrected() : HybridMethod(new WilsonContinuityCorrected())
{
    /// <inheritdoc/>
    public override string Name => "newcombe-cc";

    /// <inheritdoc/>
    public override string Title => "Newcombe hybrid score, continuity-corrected";

    /// <inheritdoc/>
    public override string Formula => "d − √((p̂₁−l₁)² + (u₂−p̂₂)²) to d + √((u₁−p̂₁)² + (p̂₂−l₂)²), l and u by Wilson with correction";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Newcombe RG (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. "
        + "Stat Med 17:873–890 (method 11).",
        "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When coverage should rarely be below the level.";

    /// <inheritdoc/>
    public override string Weakness => "Wider than necessary.";
}
