using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;
using BackPain.Stats.Standardization;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Standardization;

/// <summary>Standardized prevalences of simple random samples against mpmath and R (tests/golden/README.md).</summary>
public class GoldenRateTests
{
    [Theory]
    [InlineData("rates-mpmath.csv", 1e-10)]
    [InlineData("rates-r.csv", 1e-9)]
    public void Limits_are_those_of_the_witness(string file, double tolerance)
    {
        var compared = 0;
        foreach (var row in Golden.Rows(file))
        {
            ConfidenceLevel.TryParse(row["level"], out var level, out _);
            var (estimate, error, lower, upper) = row["name"] == "count" ? OfCount(row, level!) : OfStrata(row, level!);
            Same(estimate, row, "estimate", tolerance);
            Same(lower, row, "lower", tolerance);
            Same(upper, row, "upper", tolerance);
            if (row["se"].Length > 0)
                Same(error, row, "se", tolerance);
            compared++;
        }
        Assert.True(compared > 250);
    }

    [Theory]
    [InlineData("down-1", 92.3, 80.4, 105.8)]
    [InlineData("down-2", 91.2, 82.4, 100.9)]
    [InlineData("down-3", 85.1, 77.2, 94.2)]
    [InlineData("down-4", 92.7, 80.0, 114.7)]
    [InlineData("down-5", 75.5, 67.7, 188.3)]
    public void Fay_and_Feuer_table_1_is_that_of_epitools(string name, double estimate, double lower, double upper)
    {
        // Down's syndrome per 100,000 births by birth order, standardized to all births by the age of the mother: what ageadjust.direct of epitools
        // 0.5-10.1 gives for the example of its help page, which says that it recreates Table 1 of the paper.
        var row = Golden.Rows("rates-mpmath.csv").First(row => row["name"] == name && row["method"] == "fay-feuer" && row["level"] == "0.95");
        var found = OfStrata(row, ConfidenceLevel.Default);
        Assert.Equal((estimate, lower, upper), (PerHundredThousand(found.Estimate), PerHundredThousand(found.Lower), PerHundredThousand(found.Upper)));
    }

    private static double PerHundredThousand(double? share) => Math.Round(1e5 * share!.Value, 1, MidpointRounding.AwayFromZero);

    private static (double? Estimate, double? Error, double? Lower, double? Upper) OfCount(IReadOnlyDictionary<string, string> row, ConfidenceLevel level)
    {
        var cases = long.Parse(row["strata"], CultureInfo.InvariantCulture);
        var (lower, upper) = ((PoissonCountMethod)StandardizationMethods.Find(row["method"])!).Around(cases, level);
        return (cases, null, lower, upper);
    }

    private static (double? Estimate, double? Error, double? Lower, double? Upper) OfStrata(IReadOnlyDictionary<string, string> row, ConfidenceLevel level)
    {
        var parts = row["strata"].Split(' ').Select(text => text.Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var total = parts.Sum(part => part[2]);
        var estimate = new DirectEstimate([.. parts.Select(part => new StratumShare(
            "", part[2] / total, (long)part[0], (long)part[1], part[0] / part[1], (part[1] - part[0]) / part[1]))]);
        DirectLimits limits = StandardizationMethods.Find(row["method"]) is WeightedRateMethod rare
            ? new WeightedRateLimits(rare)
            : new EffectiveSampleLimits(IntervalMethods.Find(row["method"])!);
        var interval = limits.Around(estimate, level).Interval;
        return (estimate.P, estimate.StandardError, interval?.Lower, interval?.Upper);
    }

    private static void Same(double? found, IReadOnlyDictionary<string, string> row, string column, double tolerance)
    {
        if (row[column].Length == 0)
        {
            Assert.Null(found);
            return;
        }
        var witness = double.Parse(row[column], CultureInfo.InvariantCulture);
        Assert.True(
            Golden.Error(found!.Value, witness) <= tolerance,
            $"{row["name"]} {row["method"]} {row["level"]} {column}: {found} is not {row[column]}");
    }
}
