using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Intervals;

public class CoverageTests
{
    [Fact]
    public void R_enumerates_the_same_coverage()
    {
        foreach (var row in Golden.Rows("coverage-r.csv"))
        {
            var coverage = Coverage.Of(
                IntervalMethods.Find(row["method"])!,
                int.Parse(row["persons"], CultureInfo.InvariantCulture),
                new ConfidenceLevel(decimal.Parse(row["level"], CultureInfo.InvariantCulture)));
            // integrate() is told to be exact to 1e-10 on each piece; the minimum is taken a little inside of each.
            Assert.Equal(Number(row["mean"]), coverage.Mean, 1e-9);
            Assert.Equal(Number(row["minimum"]), coverage.Minimum, 1e-9);
            Assert.Equal(Number(row["at"]), coverage.MinimumAt, 1e-8);
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(37)]
    [InlineData(120)]
    public void Exact_methods_never_cover_less_than_they_promise(int persons)
    {
        foreach (var method in new IntervalMethod[] { new ClopperPearson(), new Blaker() })
        {
            var coverage = Coverage.Of(method, persons, ConfidenceLevel.Default);
            Assert.InRange(coverage.Minimum, 0.95 - 1e-12, 1);
            Assert.InRange(coverage.Mean, coverage.Minimum, 1);
        }
    }

    [Fact]
    public void Every_method_has_a_coverage_between_0_and_1()
    {
        foreach (var method in IntervalMethods.All)
        {
            var coverage = Coverage.Of(method, 20, new ConfidenceLevel(0.99m));
            Assert.InRange(coverage.Minimum, 0, coverage.Mean);
            Assert.InRange(coverage.Mean, 0.5, 1);
        }
    }
}
