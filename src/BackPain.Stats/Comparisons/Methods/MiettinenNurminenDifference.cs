using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score interval of Miettinen and Nurminen for a difference: all δ that a score test does not reject.</summary>
/// <remarks>(p̂₁−p̂₂−δ)² = z²·[p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂]·N/(N−1), p̃ the maximum of the likelihood under δ.</remarks>
public sealed class MiettinenNurminenDifference : ScoreMethod
{
    /// <inheritdoc/>
    public override string Name => "miettinen-nurminen";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Difference;

    /// <inheritdoc/>
    public override string Title => "Miettinen–Nurminen score";

    /// <inheritdoc/>
    public override string Formula => "(p̂₁−p̂₂−δ)² = z²[p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂]·N/(N−1), p̃ the most likely prevalences that differ by δ";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Miettinen O, Nurminen M (1985). Comparative analysis of two rates. Stat Med 4:213–226.",
        "10.1002/sim.4780040211");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "The default: coverage close to the level in samples of any size, and agreement with the test n-1.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage falls a little below the level for some prevalences close to 0 or 1.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Always defined; 0/n₁ versus n₂/n₂ starts at −1.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<NMinusOne>();

    /// <inheritdoc/>
    protected override string Letter => "δ";

    /// <inheritdoc/>
    protected override string StatisticInSymbols => "|p̂₁−p̂₂−δ|/√V";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => Score(groups).LowerLimit(Z(level));

    /// <inheritdoc/>
    protected override double ScoreAt(TwoGroups groups, double value) =>
        Math.Abs(Score(groups).Estimate - value) / Math.Sqrt(Score(groups).VarianceAt(value));

    private static ScoreOfDifference Score(TwoGroups groups) => new(groups, groups.N / (groups.N - 1));
}
