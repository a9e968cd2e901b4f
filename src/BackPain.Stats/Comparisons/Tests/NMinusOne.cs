using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The chi-squared test with N − 1: the score test of Miettinen and Nurminen at no difference.</summary>
/// <remarks>χ² = (N−1)(x₁n₂ − x₂n₁)²/(n₁n₂m(N−m)).</remarks>
public sealed class NMinusOne : TwoGroupTest
{
    /// <inheritdoc/>
    public override string Name => "n-1";

    /// <inheritdoc/>
    public override string Title => "N − 1 chi-squared test";

    /// <inheritdoc/>
    public override string Formula => "χ² = (N−1)(x₁n₂ − x₂n₁)²/(n₁n₂m(N−m))";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Campbell I (2007). Chi-squared and Fisher–Irwin tests of two-by-two tables with small sample recommendations. "
        + "Stat Med 26:3661–3675.",
        "10.1002/sim.2832");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "The default: it agrees at every level with the Miettinen–Nurminen intervals of the difference, the ratio and the odds ratio.";

    /// <inheritdoc/>
    public override string Weakness => "Approximate where an expected count is below 1.";

    /// <inheritdoc/>
    public override string AtTheEdges => "Undefined where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups) =>
        groups.AllAreAlike ? TestResult.Undefined : ChiSquaredOf(Pearson.StatisticOf(groups) * ((groups.N - 1) / groups.N));

    /// <inheritdoc/>
    public override TestResult? OfAll(IReadOnlyList<Proportion> groups) => SeveralGroups.ChiSquared(groups, minusOne: true);

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (ApplyTo(groups).Statistic is not { } statistic)
            yield break;
        var (x1, n1, x2, n2, m) = (groups.X1, groups.N1, groups.X2, groups.N2, groups.M);
        yield return new(
            "χ²",
            "(N−1)(x₁n₂ − x₂n₁)²/(n₁n₂m(N−m))",
            $"{groups.N - 1}·({x1}·{n2} − {x2}·{n1})²/({n1}·{n2}·{m}·{groups.N - m})",
            statistic);
        yield return PValue(statistic);
    }
}
