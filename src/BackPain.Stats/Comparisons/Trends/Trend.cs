using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Trends;

/// <summary>Whether prevalence rises or falls with the scores of groups, and what a straight line leaves unexplained.</summary>
/// <remarks>
/// z² = b²S/p̄q̄ with b = Σs(x − np̄)/S and S = Σn(s − s̄)² (Cochran 1954; Armitage 1955). The rest of Pearson's χ² of all groups, on k − 2
/// degrees of freedom, is the departure from the trend.
/// </remarks>
/// <param name="groups">The groups, none of them empty.</param>
public sealed class Trend(IReadOnlyList<ScoredGroup> groups)
{
    private double N => groups.Sum(group => group.N);

    private double P => groups.Sum(group => group.X) / N;

    private double MeanScore => groups.Sum(group => group.N * group.Score) / N;

    private double Spread => groups.Sum(group => group.N * Square(group.Score - MeanScore));

    private bool IsDefined => P is > 0 and < 1 && Spread > 0;

    /// <summary>The Cochran–Armitage test.</summary>
    public TestResult CochranArmitage => IsDefined ? Chi(Statistic, 1) : TestResult.Undefined;

    /// <summary>The departure from the trend; undefined for fewer than three groups.</summary>
    public TestResult Departure
    {
        get
        {
            if (!IsDefined || groups.Count < 3)
                return TestResult.Undefined;
            var all = SeveralGroups.ChiSquared([.. groups.Select(group => group.Proportion)], minusOne: false).Statistic!.Value;
            return Chi(Math.Max(0, all - Statistic), groups.Count - 2);
        }
    }

    /// <summary>The difference of prevalences per unit of the score, with its standard error (HC0): least squares.</summary>
    public (double Slope, double StandardError)? Linear
    {
        get
        {
            if (!IsDefined)
                return null;
            var (p, mean, spread, b) = (P, MeanScore, Spread, Slope);
            var sum = groups.Sum(group =>
            {
                var fitted = p + (b * (group.Score - mean));
                return Square(group.Score - mean) * ((group.X * Square(1 - fitted)) + ((group.N - group.X) * Square(fitted)));
            });
            return (b, Math.Sqrt(sum) / spread);
        }
    }

    private double Slope => groups.Sum(group => (group.Score - MeanScore) * (group.X - (group.N * P))) / Spread;

    private double Statistic => Square(Slope) * Spread / (P * (1 - P));

    private static TestResult Chi(double statistic, int df) => new(statistic, df, new ChiSquared(df).UpperTail(statistic));

    private static double Square(double x) => x * x;
}
