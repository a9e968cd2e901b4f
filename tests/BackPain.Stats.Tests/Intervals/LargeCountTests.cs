using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Intervals;

/// <summary>For 10¹⁵ to 2⁶³ − 1 persons, where a double no longer tells n − 1 from n, every limit and its distance from 1 against mpmath.</summary>
public class LargeCountTests
{
    public static TheoryData<string> MethodNames => [.. IntervalMethods.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Mpmath_agrees_on_each_limit_and_on_its_distance_from_1(string name)
    {
        var method = IntervalMethods.Find(name)!;
        var rows = Golden.Rows("intervals-large-mpmath.csv").Where(row => row["method"] == name).ToList();
        Assert.True(rows.Count >= 150);
        foreach (var row in rows)
        {
            var counts = new Proportion(Count(row["cases"]), Count(row["persons"]));
            var level = new ConfidenceLevel(decimal.Parse(row["level"], CultureInfo.InvariantCulture));
            var sample = EffectiveSample.Of(counts);
            var lower = counts.Cases == 0 ? new UnitPoint(0, 1) : method.Lower(sample, level);
            var upper = counts.Cases == counts.Persons ? new UnitPoint(1, 0) : method.Lower(sample.Mirrored(), level).Mirrored();
            AssertClose(row, "lower", Math.Max(0, lower.P));
            AssertClose(row, "above_lower", Math.Min(1, lower.Q));
            AssertClose(row, "upper", Math.Min(1, upper.P));
            AssertClose(row, "above_upper", Math.Max(0, upper.Q));
            AssertClose(row, "lower", method.Around(counts, level).Lower);
            AssertClose(row, "upper", method.Around(counts, level).Upper);
        }
    }

    [Fact]
    public void Non_cases_are_exact_where_a_difference_of_doubles_is_not()
    {
        var sample = EffectiveSample.Of(new Proportion(999_999_999_999_999_999, 1_000_000_000_000_000_000));
        Assert.Equal(1, sample.NonCases);
        Assert.Equal(1, sample.Mirrored().X);
        Assert.Equal(sample, sample.Mirrored().Mirrored());
    }

    private static long Count(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertClose(IReadOnlyDictionary<string, string> row, string limit, double value)
    {
        var witness = double.Parse(row[limit], CultureInfo.InvariantCulture);
        Assert.True(
            Golden.Error(value, witness) <= GoldenIntervalTests.Promise(row["method"]),
            $"{row["method"]} {row["cases"]}/{row["persons"]} at {row["level"]}: {limit} is {value:R}, the witness has {row[limit]}");
    }
}
