using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Šidák: each comparison at 1 − (1−α)^(1/m).</summary>
public sealed class Sidak : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "sidak";

    /// <inheritdoc/>
    public override string Title => "Šidák";

    /// <inheritdoc/>
    public override string Formula => "1 − (1 − p)ᵐ";

    /// <inheritdoc/>
    public override string Controls =>
        "The probability of any false rejection in the family, for independent comparisons; has simultaneous intervals.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Šidák Z (1967). Rectangular confidence regions for the means of multivariate normal distributions. J Am Stat Assoc 62:626–633.",
        "10.1080/01621459.1967.10482935");

    /// <inheritdoc/>
    public override ConfidenceLevel? SimultaneousLevel(ConfidenceLevel level, int comparisons) =>
        ConfidenceLevel.AtMostHighest(1m + (decimal)Elementary.Expm1(Elementary.Log1p(-level.Alpha) / comparisons));

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) => p >= 1 ? 1 : -Elementary.Expm1(count * Elementary.Log1p(-p));
}
