using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Benjamini and Hochberg: the false discovery rate.</summary>
public sealed class BenjaminiHochberg : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "bh";

    /// <inheritdoc/>
    public override string Title => "Benjamini–Hochberg";

    /// <inheritdoc/>
    public override string Formula => "min over i ≥ j of (m/i)·pᵢ";

    /// <inheritdoc/>
    public override string Controls =>
        "The expected share of false rejections among the rejections, for independent or positively dependent comparisons.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate. J R Stat Soc B 57:289–300.",
        "10.1111/j.2517-6161.1995.tb02031.x");

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) => (double)count / rank * p;

    /// <inheritdoc/>
    protected override void MakeMonotone(double[] sorted) => StepUp(sorted);
}
