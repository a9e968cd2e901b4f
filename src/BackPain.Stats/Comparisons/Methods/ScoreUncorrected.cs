using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score interval of Cornfield for an odds ratio: that of Miettinen and Nurminen without (N−1)/N.</summary>
/// <remarks>(x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂] = z².</remarks>
public sealed class ScoreUncorrected : ScoreMethod
{
    /// <inheritdoc/>
    public override string Name => "score-uncorrected";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.OddsRatio;

    /// <inheritdoc/>
    public override string Title => "Score, uncorrected";

    /// <inheritdoc/>
    public override string Formula => "(x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂] = z², p̃ the most likely prevalences of odds ratio ψ";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Cornfield J (1956). A statistical problem arising from retrospective studies. In: Neyman J (ed). Proceedings of the "
        + "Third Berkeley Symposium on Mathematical Statistics and Probability 4:135–148.");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To agree with Pearson’s chi-squared test, or to reproduce programs that use the uncorrected score interval.";

    /// <inheritdoc/>
    public override string Weakness => "A little narrower than the default, so a little more often below the level.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "An empty cell makes the lower limit 0 or the upper limit infinite; nobody or everybody a case: no estimate, 0 to "
        + "infinity.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<Pearson>();

    /// <inheritdoc/>
    protected override string Letter => "ψ";

    /// <inheritdoc/>
    protected override string StatisticInSymbols => "√((x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂])";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => Score(groups).LowerLimit(Z(level));

    /// <inheritdoc/>
    protected override double ScoreAt(TwoGroups groups, double value) => Score(groups).ScoreAt(value);

    private static ScoreOfOddsRatio Score(TwoGroups groups) => new(groups, 1);
}
