using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The likelihood-ratio test, or G test.</summary>
/// <remarks>
/// G = 2Σ O·ln(O/E) over the four cells. Since ΣO = ΣE, each term can be written O·ln(O/E) + E − O, which is never negative, so that
/// nothing cancels.
/// </remarks>
public sealed class LikelihoodRatioG : TwoGroupTest
{
    /// <inheritdoc/>
    public override string Name => "g";

    /// <inheritdoc/>
    public override string Title => "Likelihood-ratio (G) test";

    /// <inheritdoc/>
    public override string Formula => "G = 2Σ O·ln(O/E) over the four cells";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Wilks SS (1938). The large-sample distribution of the likelihood ratio for testing composite hypotheses. "
        + "Ann Math Stat 9:60–62.",
        "10.1214/aoms/1177732360");

    /// <inheritdoc/>
    public override string WhenToUse => "For consistency with logistic regression, of which it is the likelihood-ratio test.";

    /// <inheritdoc/>
    public override string Weakness => "Rejects too often in small samples.";

    /// <inheritdoc/>
    public override string AtTheEdges => "Undefined where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups) => groups.AllAreAlike ? TestResult.Undefined : ChiSquaredOf(StatisticOf(groups));

    /// <inheritdoc/>
    public override TestResult? OfAll(IReadOnlyList<Proportion> groups) => SeveralGroups.LikelihoodRatio(groups);

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (groups.AllAreAlike)
            yield break;
        var (p, q, statistic) = (groups.M / groups.N, (groups.N - groups.M) / groups.N, StatisticOf(groups));
        yield return new("E₁", "n₁m/N, the cases expected in the group", $"{groups.N1}·{p}", groups.N1 * p);
        yield return new("E₂", "n₂m/N, the cases expected in the reference", $"{groups.N2}·{p}", groups.N2 * p);
        yield return new("F₁", "n₁(N−m)/N, the non-cases expected in the group", $"{groups.N1}·{q}", groups.N1 * q);
        yield return new("F₂", "n₂(N−m)/N, the non-cases expected in the reference", $"{groups.N2}·{q}", groups.N2 * q);
        yield return new(
            "G",
            "2(x₁ln(x₁/E₁) + x₂ln(x₂/E₂) + y₁ln(y₁/F₁) + y₂ln(y₂/F₂)), with y = n − x and 0·ln 0 = 0",
            $"twice the sum over {groups.X1}, {groups.X2}, {groups.Y1}, {groups.Y2}",
            statistic);
        yield return PValue(statistic);
    }

    private static double StatisticOf(TwoGroups groups)
    {
        var (p, q, shift) = (groups.M / groups.N, (groups.N - groups.M) / groups.N, groups.Imbalance / groups.N);
        return 2 * (SaddlePoint.Deviance(groups.X1, groups.N1 * p, shift) + SaddlePoint.Deviance(groups.X2, groups.N2 * p, -shift)
            + SaddlePoint.Deviance(groups.Y1, groups.N1 * q, -shift) + SaddlePoint.Deviance(groups.Y2, groups.N2 * q, shift));
    }
}
