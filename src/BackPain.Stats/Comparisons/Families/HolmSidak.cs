using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Holm–Šidák: Šidák, stepping down.</summary>
public sealed class HolmSidak : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "holm-sidak";

    /// <inheritdoc/>
    public override string Title => "Holm–Šidák";

    /// <inheritdoc/>
    public override string Formula => "max over i ≤ j of 1 − (1 − pᵢ)^(m − i + 1)";

    /// <inheritdoc/>
    public override string Controls => "The probability of any false rejection in the family, for independent comparisons.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Holland BS, Copenhaver MD (1987). An improved sequentially rejective Bonferroni test procedure. Biometrics 43:417–423.",
        "10.2307/2531823");

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) =>
        p >= 1 ? 1 : -Elementary.Expm1((count - rank + 1) * Elementary.Log1p(-p));
}
