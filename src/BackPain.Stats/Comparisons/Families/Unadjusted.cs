using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>No adjustment.</summary>
public sealed class Unadjusted : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "none";

    /// <inheritdoc/>
    public override string Title => "Not adjusted";

    /// <inheritdoc/>
    public override string Formula => "p";

    /// <inheritdoc/>
    public override string Controls => "Nothing: each p value stands for itself.";

    /// <inheritdoc/>
    public override Reference? Reference => null;

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) => p;
}
