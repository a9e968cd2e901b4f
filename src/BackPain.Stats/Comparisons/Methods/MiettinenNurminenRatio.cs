using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score interval of Miettinen and Nurminen for a ratio: all φ that a score test does not reject.</summary>
/// <remarks>(p̂₁−φp̂₂)² = z²·[p̃₁q̃₁/n₁ + φ²p̃₂q̃₂/n₂]·N/(N−1), p̃₂ the root of Nφp² − [φ(n₁+x₂)+x₁+n₂]p + m = 0.</remarks>
public sealed class MiettinenNurminenRatio : ScoreMethod
{
    /// <inheritdoc/>
    public override string Name => "miettinen-nurminen";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Ratio;

    /// <inheritdoc/>
    public override string Title => "Miettinen–Nurminen score";

    /// <inheritdoc/>
    public override string Formula => "(p̂₁−φp̂₂)² = z²[p̃₁q̃₁/n₁ + φ²p̃₂q̃₂/n₂]·N/(N−1), p̃ the most likely prevalences of ratio φ";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Miettinen O, Nurminen M (1985). Comparative analysis of two rates. Stat Med 4:213–226.",
        "10.1002/sim.4780040211");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "The default: coverage close to the level in samples of any size, and agreement with the test n-1.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage falls a little below the level for some small prevalences.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "x₁ = 0: the lower limit is 0; x₂ = 0: the upper limit is infinite; both: no estimate, 0 to infinity.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<NMinusOne>();

    /// <inheritdoc/>
    protected override string Letter => "φ";

    /// <inheritdoc/>
    protected override string StatisticInSymbols => "|p̂₁−φp̂₂|/√V";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => Score(groups).LowerLimit(Z(level));

    /// <inheritdoc/>
    protected override double ScoreAt(TwoGroups groups, double value) =>
        Math.Abs(Score(groups).DistanceFrom(value)) / Math.Sqrt(Score(groups).VarianceAt(value));

    private static ScoreOfRatio Score(TwoGroups groups) => new(groups, groups.N / (groups.N - 1));
}
