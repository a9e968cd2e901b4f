using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Hochberg: the factors of Holm, stepping up.</summary>
public sealed class Hochberg : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "hochberg";

    /// <inheritdoc/>
    public override string Title => "Hochberg";

    /// <inheritdoc/>
    public override string Formula => "min over i ≥ j of (m − i + 1)·pᵢ";

    /// <inheritdoc/>
    public override string Controls =>
        "The probability of any false rejection in the family, for independent or positively dependent comparisons.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Hochberg Y (1988). A sharper Bonferroni procedure for multiple tests of significance. Biometrika 75:800–802.",
        "10.1093/biomet/75.4.800");

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) => (count - rank + 1) * p;

    /// <inheritdoc/>
    protected override void MakeMonotone(double[] sorted) => StepUp(sorted);
}
