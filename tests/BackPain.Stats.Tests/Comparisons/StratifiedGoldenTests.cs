using System.Globalization;
using BackPain.Stats.Comparisons.Families;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Strata;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Comparisons.Trends;
using BackPain.Stats.Definitions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Comparisons;

/// <summary>Mantel–Haenszel, trends and adjusted p values against R and an independent program (tests/golden/README.md).</summary>
public class StratifiedGoldenTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Sets => [.. Golden.Rows("stratified-tables.csv").Select(row => row["set"]).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Trends => [.. Golden.Rows("trend-tables.csv").Select(row => row["set"]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Pooled_strata_are_those_of_R(string set)
    {
        var pooled = PooledOf(set);
        var rows = Golden.Rows("stratified-r.csv").Where(row => row["set"] == set).ToList();
        Assert.True(rows.Count >= 7);
        foreach (var row in rows)
        {
            switch (row["quantity"])
            {
                case "odds-ratio":
                    AssertInterval(row, pooled.OddsRatio, ComparisonMeasure.OddsRatio);
                    break;
                case "ratio":
                    AssertInterval(row, pooled.Ratio, ComparisonMeasure.Ratio);
                    break;
                case "difference":
                    AssertInterval(row, pooled.Difference, ComparisonMeasure.Difference);
                    break;
                case "breslow-day":
                    AssertTest(row, pooled.BreslowDay(tarone: false));
                    break;
                case "tarone":
                    AssertTest(row, pooled.BreslowDay(tarone: true));
                    break;
                case "cmh":
                    AssertTest(row, pooled.ConditionalIndependence);
                    break;
                case "cochran-q-ratio":
                    AssertTest(row, pooled.RatioHomogeneity);
                    break;
                default:
                    Assert.Equal("cochran-q-difference", row["quantity"]);
                    AssertTest(row, pooled.DifferenceHomogeneity);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Klingenbergs_limits_are_those_of_the_independent_program(string set)
    {
        var (lower, upper) = PooledOf(set).KlingenbergLimits(1.9599639845400542);
        var row = Golden.Rows("klingenberg-mpmath.csv").Single(row => row["set"] == set);
        AssertNear(row, "lower", lower);
        AssertNear(row, "upper", upper);
    }

    [Fact]
    public void Sas_prints_this_of_the_migraine_trial()
    {
        var pooled = PooledOf("migraine");
        // SAS/STAT User's Guide, FREQ procedure, "Cochran–Mantel–Haenszel Statistics".
        Assert.Equal(3.3132, pooled.OddsRatio.Value!.Value, 4);
        Assert.Equal(1.4456, pooled.OddsRatio.Limits(ComparisonMeasure.OddsRatio, ConfidenceLevel.Default)!.Value.Lower, 4);
        Assert.Equal(7.5934, pooled.OddsRatio.Limits(ComparisonMeasure.OddsRatio, ConfidenceLevel.Default)!.Value.Upper, 4);
        Assert.Equal(2.1636, pooled.Ratio.Value!.Value, 4);
        Assert.Equal(1.2336, pooled.Ratio.Limits(ComparisonMeasure.Ratio, ConfidenceLevel.Default)!.Value.Lower, 4);
        Assert.Equal(3.7948, pooled.Ratio.Limits(ComparisonMeasure.Ratio, ConfidenceLevel.Default)!.Value.Upper, 4);
        Assert.Equal(1.4929, pooled.BreslowDay(tarone: false).Statistic!.Value, 4);
    }

    [Theory]
    [MemberData(nameof(Trends))]
    public void Trends_are_those_of_R(string set)
    {
        var groups = Golden.Rows("trend-tables.csv").Where(row => row["set"] == set)
            .Select(row => new ScoredGroup(Number(row["score"]), new Proportion(Count(row, "cases"), Count(row, "n")))).ToList();
        var trend = new Trend(groups);
        foreach (var row in Golden.Rows("trend-r.csv").Where(row => row["set"] == set))
        {
            switch (row["quantity"])
            {
                case "trend":
                    AssertTest(row, trend.CochranArmitage);
                    break;
                case "departure":
                    AssertTest(row, trend.Departure);
                    break;
                case "linear":
                    AssertSlope(row, trend.Linear, isRatio: false);
                    break;
                case "modified-poisson":
                    AssertSlope(row, LogSlope.ModifiedPoisson(groups), isRatio: true);
                    break;
                default:
                    Assert.Equal("logistic", row["quantity"]);
                    AssertSlope(row, LogSlope.Logistic(groups), isRatio: true);
                    break;
            }
        }
    }

    [Fact]
    public void Sas_prints_this_trend_of_the_pain_trial()
    {
        // SAS/STAT User's Guide, FREQ procedure, "Cochran–Armitage Trend Test": Z = −4.7918.
        var groups = Golden.Rows("trend-tables.csv").Where(row => row["set"] == "pain")
            .Select(row => new ScoredGroup(Number(row["score"]), new Proportion(Count(row, "cases"), Count(row, "n")))).ToList();
        Assert.Equal(4.7918, Math.Sqrt(new Trend(groups).CochranArmitage.Statistic!.Value), 4);
    }

    [Fact]
    public void Nothing_is_undefined_without_saying_so()
    {
        var nobody = new MantelHaenszel([new(new Proportion(0, 5), new Proportion(0, 7))]);
        Assert.Null(nobody.OddsRatio.Value);
        Assert.Null(nobody.Ratio.Value);
        Assert.Equal(0, nobody.Difference.Value);
        Assert.Null(nobody.ConditionalIndependence.P);
        Assert.Null(nobody.BreslowDay(tarone: true).P);
        Assert.Null(nobody.RatioHomogeneity.P);
        Assert.Null(nobody.DifferenceHomogeneity.P);
        Assert.Equal(double.PositiveInfinity, new MantelHaenszel([new(new Proportion(2, 5), new Proportion(0, 7))]).Ratio.Value);
        Assert.Null(LogSlope.Logistic([new(0, new Proportion(0, 5)), new(1, new Proportion(5, 5))]));
        Assert.Null(LogSlope.ModifiedPoisson([new(0, new Proportion(3, 5)), new(1, new Proportion(0, 5))]));
        Assert.Null(new Trend([new(1, new Proportion(3, 5)), new(1, new Proportion(0, 5))]).CochranArmitage.P);
    }

    [Fact]
    public void Adjusted_p_values_are_those_of_R()
    {
        foreach (var row in Golden.Rows("multiplicity-r.csv"))
        {
            var adjusted = Multiplicities.Find(row["method"])!.Adjust([.. row["p"].Split(' ').Select(Number)]);
            Assert.All(adjusted.Zip(row["adjusted"].Split(' ').Select(Number)), pair => Assert.True(Golden.Error(pair.First, pair.Second) <= 1e-12, $"{row["method"]} {row["p"]}: {pair}"));
        }
    }

    [Theory]
    [InlineData("bonferroni", 0.05 / 3)]
    [InlineData("sidak", 0.016952427508441503)]
    public void Simultaneous_intervals_share_alpha(string name, double each) =>
        Assert.Equal(each, Multiplicities.Find(name)!.SimultaneousLevel(ConfidenceLevel.Default, 3)!.Alpha, 1e-15);

    private static MantelHaenszel PooledOf(string set) => new([.. Golden.Rows("stratified-tables.csv").Where(row => row["set"] == set).Select(row => new TwoGroups(
        new Proportion(Count(row, "cases"), Count(row, "n")), new Proportion(Count(row, "reference_cases"), Count(row, "reference_n"))))]);

    private static void AssertInterval(IReadOnlyDictionary<string, string> row, PooledEstimate found, ComparisonMeasure measure)
    {
        var limits = found.Limits(measure, ConfidenceLevel.Default)!.Value;
        AssertNear(row, "estimate", found.Value);
        AssertNear(row, "se", found.StandardError);
        AssertNear(row, "lower", limits.Lower);
        AssertNear(row, "upper", limits.Upper);
    }

    private static void AssertTest(IReadOnlyDictionary<string, string> row, TestResult found)
    {
        AssertNear(row, "statistic", found.Statistic);
        AssertNear(row, "df", found.DegreesOfFreedom);
        AssertNear(row, "p", found.P);
    }

    private static void AssertSlope(IReadOnlyDictionary<string, string> row, (double Slope, double StandardError)? found, bool isRatio)
    {
        AssertNear(row, "estimate", isRatio ? Math.Exp(found!.Value.Slope) : found!.Value.Slope);
        AssertNear(row, "se", found.Value.StandardError);
    }

    private static void AssertNear(IReadOnlyDictionary<string, string> row, string figure, double? found) => Assert.True(
        found is { } value && Golden.Error(value, Number(row[figure])) <= Tolerance, $"{row["set"]} {row["quantity"]}: {figure} is {found:R}, the witness has {row[figure]}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long Count(IReadOnlyDictionary<string, string> row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);
}
