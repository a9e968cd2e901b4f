using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The interval of Newcombe for a difference, from the Wilson intervals of both groups.</summary>
/// <remarks>d ∓ √((p̂₁−l₁)² + (u₂−p̂₂)²) with the Wilson limits l and u of each group.</remarks>
public sealed class Newcombe() : HybridMethod(new Wilson())
{
    /// <inheritdoc/>
    public override string Name => "newcombe";

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
}
