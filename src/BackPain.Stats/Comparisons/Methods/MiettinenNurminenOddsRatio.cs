using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The score interval of Miettinen and Nurminen for an odds ratio: all ψ that a score test does not reject.</summary>
/// <remarks>(x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂]·(N−1)/N = z², p̃ the most likely prevalences of odds ratio ψ.</remarks>
public sealed class MiettinenNurminenOddsRatio : ScoreMethod
{
    /// <inheritdoc/>
    public override string Name => "miettinen-nurminen";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.OddsRatio;

    /// <inheritdoc/>
    public override string Title => "Miettinen–Nurminen score";

    /// <inheritdoc/>
    public override string Formula => "(x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂]·(N−1)/N = z², p̃ the most likely prevalences of odds ratio ψ";

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
        "An empty cell makes the lower limit 0 or the upper limit infinite; nobody or everybody a case: no estimate, 0 to "
        + "infinity.";

    /// <inheritdoc/>
    public override TwoGroupTest? Test => TwoGroupTests.The<NMinusOne>();

    /// <inheritdoc/>
    protected override string Letter => "ψ";

    /// <inheritdoc/>
    protected override string StatisticInSymbols => "√(c·(x₁−n₁p̃₁)²[1/n₁p̃₁q̃₁ + 1/n₂p̃₂q̃₂])";

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => Score(groups).LowerLimit(Z(level));

    /// <inheritdoc/>
    protected override double ScoreAt(TwoGroups groups, double value) => Score(groups).ScoreAt(value);

    private static ScoreOfOddsRatio Score(TwoGroups groups) => new(groups, (groups.N - 1) / groups.N);
}
