using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score interval of Mee for a difference: that of Miettinen and Nurminen without N/(N−1).</summary>
/// <remarks>(p̂₁−p̂₂−δ)² = z²·[p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂].</remarks>
public sealed class Mee : ScoreMethod
{
    /// <inheritdoc/>
    public override string Name => "mee";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Difference;

    /// <inheritdoc/>
    public override string Title => "Mee score";

    /// <inheritdoc/>
    public override string Formula => "(p̂₁−p̂₂−δ)² = z²[p̃₁q̃₁/n₁ + p̃₂q̃₂/n₂], p̃ the most likely prevalences that differ by δ";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Mee RW (1984). Confidence bounds for the difference between two probabilities. Biometrics 40:1175–1176.");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To agree with Pearson’s chi-squared test, or to reproduce programs that use the uncorrected score interval.";

    /// <inheritdoc/>
    public override string Weakness => "A little narrower than the default, so a little more often below the level.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Always defined; 0/n₁ versus n₂/n₂ starts at −1.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<Pearson>();

    /// <inheritdoc/>
    protected override string Letter => "δ";

    /// <inheritdoc/>
    protected override string StatisticInSymbols => "|p̂₁−p̂₂−δ|/√V";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => Score(groups).LowerLimit(Z(level));

    /// <inheritdoc/>
    protected override double ScoreAt(TwoGroups groups, double value) =>
        Math.Abs(Score(groups).Estimate - value) / Math.Sqrt(Score(groups).VarianceAt(value));

    private static ScoreOfDifference Score(TwoGroups groups) => new(groups, 1);
}
