using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The chi-squared test with Yates's continuity correction.</summary>
/// <remarks>χ² = N(|x₁n₂ − x₂n₁| − N/2)²/(n₁n₂m(N−m)); 0 where |x₁n₂ − x₂n₁| is less than N/2.</remarks>
public sealed class Yates : TwoGroupTest
{
    /// <inheritdoc/>
    public override string Name => "yates";

    /// <inheritdoc/>
    public override string Title => "Chi-squared test with Yates's correction";

    /// <inheritdoc/>
    public override string Formula => "χ² = N·max(0, |x₁n₂ − x₂n₁| − N/2)²/(n₁n₂m(N−m))";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Yates F (1934). Contingency tables involving small numbers and the χ² test. J R Stat Soc Suppl 1:217–235.",
        "10.2307/2983604");

    /// <inheritdoc/>
    public override string WhenToUse => "To reproduce older publications and the default of R's prop.test.";

    /// <inheritdoc/>
    public override string Weakness => "Conservative, nearly as much as Fisher's exact test.";

    /// <inheritdoc/>
    public override string AtTheEdges => "Undefined where nobody or everybody is a case.";

    /// <inheritdoc/>
    public override TestResult ApplyTo(TwoGroups groups) =>
        groups.AllAreAlike ? TestResult.Undefined : ChiSquaredOf(Pearson.StatisticOf(groups, Corrected(groups)));

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(TwoGroups groups)
    {
        if (ApplyTo(groups).Statistic is not { } statistic)
            yield break;
        var corrected = Corrected(groups);
        var (n1, n2, m) = (groups.N1, groups.N2, groups.M);
        yield return new(
            "imbalance",
            "max(0, |x₁n₂ − x₂n₁| − N/2)",
            $"max(0, |{groups.X1}·{n2} − {groups.X2}·{n1}| − {groups.N}/2)",
            corrected);
        yield return new(
            "χ²", "N·imbalance²/(n₁n₂m(N−m))", $"{groups.N}·{corrected}²/({n1}·{n2}·{m}·{groups.N - m})", statistic);
        yield return PValue(statistic);
    }

    private static double Corrected(TwoGroups groups) => Math.Max(0, Math.Abs(groups.Imbalance) - (groups.N / 2));
}
