using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Holm: Bonferroni, stepping down.</summary>
public sealed class Holm : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "holm";

    /// <inheritdoc/>
    public override string Title => "Holm";

    /// <inheritdoc/>
    public override string Formula => "max over i ≤ j of (m − i + 1)·pᵢ";

    /// <inheritdoc/>
    public override string Controls => "The probability of any false rejection in the family, whatever the dependence.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Holm S (1979). A simple sequentially rejective multiple test procedure. Scand J Stat 6:65–70.");

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) => (count - rank + 1) * p;
}
