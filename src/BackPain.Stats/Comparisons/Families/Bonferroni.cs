using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>Bonferroni: each comparison at α/m.</summary>
public sealed class Bonferroni : Multiplicity
{
    /// <inheritdoc/>
    public override string Name => "bonferroni";

    /// <inheritdoc/>
    public override string Title => "Bonferroni";

    /// <inheritdoc/>
    public override string Formula => "m·p";

    /// <inheritdoc/>
    public override string Controls =>
        "The probability of any false rejection in the family, whatever the dependence; has simultaneous intervals.";

    /// <inheritdoc/>
    public override Reference? Reference => new(
        "Dunn OJ (1961). Multiple comparisons among means. J Am Stat Assoc 56:52–64.",
        "10.1080/01621459.1961.10482090");

    /// <inheritdoc/>
    public override ConfidenceLevel? SimultaneousLevel(ConfidenceLevel level, int comparisons) =>
        ConfidenceLevel.AtMostHighest(1m - ((decimal)level.Alpha / comparisons));

    /// <inheritdoc/>
    protected override double Raw(double p, int rank, int count) => count * p;
}
