using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score interval of Koopman for a ratio: that of Miettinen and Nurminen without N/(N−1).</summary>
/// <remarks>(p̂₁−φp̂₂)² = z²·[p̃₁q̃₁/n₁ + φ²p̃₂q̃₂/n₂].</remarks>
public sealed class Koopman : ScoreMethod
{
    /// <inheritdoc/>
    public override string Name => "koopman";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Ratio;

    /// <inheritdoc/>
    public override string Title => "Koopman score";

    /// <inheritdoc/>
    public override string Formula => "(p̂₁−φp̂₂)² = z²[p̃₁q̃₁/n₁ + φ²p̃₂q̃₂/n₂], p̃ the most likely prevalences of ratio φ";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Koopman PAR (1984). Confidence intervals for the ratio of two binomial proportions. Biometrics 40:513–517.",
        "10.2307/2531405");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To agree with Pearson’s chi-squared test, or to reproduce programs that use the uncorrected score interval.";

    /// <inheritdoc/>
    public override string Weakness => "A little narrower than the default, so a little more often below the level.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "x₁ = 0: the lower limit is 0; x₂ = 0: the upper limit is infinite; both: no estimate, 0 to infinity.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<Pearson>();

    /// <inheritdoc/>
    protected override string Letter => "φ";

    /// <inheritdoc/>
    protected override string StatisticInSymbols => "|p̂₁−φp̂₂|/√V";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => Score(groups).LowerLimit(Z(level));

    /// <inheritdoc/>
    protected override double ScoreAt(TwoGroups groups, double value) =>
        Math.Abs(Score(groups).DistanceFrom(value)) / Math.Sqrt(Score(groups).VarianceAt(value));

    private static ScoreOfRatio Score(TwoGroups groups) => new(groups, 1);
}
