using System.Globalization;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Comparisons;

/// <summary>Every interval and test of two groups against other people's numbers: mpmath with 60 digits, R, and published tables.</summary>
public class GoldenComparisonTests
{
    private const double Promise = 1e-9;

    public static TheoryData<string> Methods => [.. ComparisonMethods.All.Select(method => $"{method.Name} {method.Measure.Name}")];

    public static TheoryData<string> TestNames => [.. TwoGroupTests.All.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Mpmath_agrees_with_every_interval(string name)
    {
        var rows = Golden.Rows("comparisons-mpmath.csv").Where(row => $"{row["method"]} {row["measure"]}" == name).ToList();
        Assert.True(rows.Count >= 100);
        foreach (var row in rows)
            AssertClose(row, Promise);
    }

    [Theory]
    [MemberData(nameof(TestNames))]
    public void Mpmath_agrees_with_every_test(string name)
    {
        var test = TwoGroupTests.Find(name)!;
        var rows = Golden.Rows("comparison-tests-mpmath.csv").Where(row => row["test"] == name).ToList();
        Assert.True(rows.Count >= 30);
        foreach (var row in rows)
        {
            var result = test.Of(GroupsOf(row));
            AssertEqual(row, "p", result.P, Promise);
            if (name[0] != 'f')
                AssertEqual(row, "statistic", result.Statistic, Promise);
        }
    }

    private static void AssertClose(IReadOnlyDictionary<string, string> row, double tolerance)
    {
        var method = ComparisonMethods.All.Single(known => known.Name == row["method"] && known.Measure.Name == row["measure"]);
        var limits = method.Around(GroupsOf(row), new ConfidenceLevel(decimal.Parse(row["level"], CultureInfo.InvariantCulture)));
        AssertEqual(row, "lower", limits?.Lower, tolerance);
        AssertEqual(row, "upper", limits?.Upper, tolerance);
    }

    private static void AssertEqual(IReadOnlyDictionary<string, string> row, string column, double? value, double tolerance)
    {
        var witness = row[column] switch
        {
            "" => (double?)null,
            "inf" => double.PositiveInfinity,
            var text => double.Parse(text, CultureInfo.InvariantCulture),
        };
        Assert.True(
            value == witness || (value is { } found && witness is { } expected && Golden.Error(found, expected) <= tolerance),
            $"{string.Join(',', row.Values)}: {column} is {value:R}");
    }

    private static TwoGroups GroupsOf(IReadOnlyDictionary<string, string> row) => new(
        new Proportion(CountIn(row, "cases"), CountIn(row, "n")),
        new Proportion(CountIn(row, "reference_cases"), CountIn(row, "reference_n")));

    private static long CountIn(IReadOnlyDictionary<string, string> row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);
}
