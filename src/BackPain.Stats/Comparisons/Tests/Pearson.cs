using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>Pearson's chi-squared test without a correction.</summary>
/// <remarks>χ² = N(x₁n₂ − x₂n₁)²/(n₁n₂m(N−m)).</remarks>
public sealed class Pearson : TwoGroupTest
{
    /// <inheritdoc/>
    public override string Name => "pearson";

    /// <inheritdoc/>
    public override string Title => "Pearson's chi-squared test";

    /// <inheritdoc/>
    public override string Formula => "χ² = N(x₁n₂ − x₂n₁)²/(n₁n₂m(N−m))";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Pearson K (1900). On the criterion that a given system of deviations from the probable in the case of a correlated system of "
        + "variables is such that it can be reasonably supposed to have arisen from random sampling. Philos Mag 50:157–175.",
        "10.1080/14786440009463897");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To reproduce what most programs print; it agrees with the intervals mee, koopman and score-uncorrected.";

    /// <inheritdoc/>
    public override string Weakness => "Rejects a little too often in small samples.";

    /// <inheritdoc/>
    public override string AtTheEdges => "Undefined where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups) =>
        groups.AllAreAlike ? TestResult.Undefined : ChiSquaredOf(StatisticOf(groups));

    /// <inheritdoc/>
    public override TestResult? OfAll(IReadOnlyList<Proportion> groups) => SeveralGroups.ChiSquared(groups, minusOne: false);

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (ApplyTo(groups).Statistic is not { } statistic)
            yield break;
        var (x1, n1, x2, n2, m) = (groups.X1, groups.N1, groups.X2, groups.N2, groups.M);
        yield return new(
            "χ²",
            "N(x₁n₂ − x₂n₁)²/(n₁n₂m(N−m))",
            $"{groups.N}·({x1}·{n2} − {x2}·{n1})²/({n1}·{n2}·{m}·{groups.N - m})",
            statistic);
        yield return PValue(statistic);
    }

    /// <summary>Returns Pearson's χ² of a table with cases and non-cases.</summary>
    internal static double StatisticOf(TwoGroups groups) => StatisticOf(groups, groups.Imbalance);

    /// <summary>Returns Pearson's χ² from x₁n₂ − x₂n₁, which a correction may have changed.</summary>
    internal static double StatisticOf(TwoGroups groups, double imbalance) =>
        imbalance / groups.N1 * (imbalance / groups.N2) / groups.M * (groups.N / (groups.N - groups.M));
}
