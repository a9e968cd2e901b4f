using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>Tests of several groups at once, with one degree of freedom less than there are groups.</summary>
internal static class SeveralGroups
{
    /// <summary>Pearson's χ² = Σ(x − np̄)²/(np̄q̄), or that times (N−1)/N.</summary>
    public static TestResult ChiSquared(IReadOnlyList<Proportion> groups, bool minusOne)
    {
        var (n, p, q) = Totals(groups);
        if (p * q == 0)
            return TestResult.Undefined;
        var sum = groups.Sum(group => Square(group.Cases - (group.Persons * p)) / group.Persons) / (p * q);
        return Of(minusOne ? sum * ((n - 1) / n) : sum, groups.Count - 1);
    }

    /// <summary>G = 2Σ O·ln(O/E).</summary>
    public static TestResult LikelihoodRatio(IReadOnlyList<Proportion> groups)
    {
        var (_, p, q) = Totals(groups);
        if (p * q == 0)
            return TestResult.Undefined;
        var sum = groups.Sum(group => Deviance(group.Cases, group.Persons * p) + Deviance(group.Persons - group.Cases, group.Persons * q));
        return Of(2 * sum, groups.Count - 1);
    }

    private static (double N, double P, double Q) Totals(IReadOnlyList<Proportion> groups)
    {
        var (m, n) = (groups.Sum(group => (double)group.Cases), groups.Sum(group => (double)group.Persons));
        return (n, m / n, (n - m) / n);
    }

    private static TestResult Of(double statistic, int df) => new(statistic, df, new ChiSquared(df).UpperTail(statistic));

    private static double Deviance(double observed, double expected) => SaddlePoint.Deviance(observed, expected, observed - expected);

    private static double Square(double x) => x * x;
}
