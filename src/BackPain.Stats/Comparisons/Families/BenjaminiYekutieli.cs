using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Benjamini and Yekutieli: the false discovery rate under any dependence.</summary>
public sealed class BenjaminiYekutieli : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "by";

    /// <inheritdoc/>
    public override string Title => "Benjamini–Yekutieli";

    /// <inheritdoc/>
    public override string Formula => "min over i ≥ j of (m/i)·(1 + ½ + … + 1/m)·pᵢ";

    /// <inheritdoc/>
    public override string Controls => "The expected share of false rejections among the rejections, whatever the dependence.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Benjamini Y, Yekutieli D (2001). The control of the false discovery rate in multiple testing under dependency. "
        + "Ann Stat 29:1165–1188.",
        "10.1214/aos/1013699998");

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) =>
        Enumerable.Range(1, count).Sum(i => 1d / i) * count / rank * p;

    /// <inheritdoc/>
    protected override void MakeMonotone(double[] sorted) => StepUp(sorted);
}
