using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BackPain.Stats.Intervals;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Intervals;

/// <summary>docs/accuracy.md says how exact the limits are. The errors are measured here; the page gives each rounded up, so that another processor may differ a little.</summary>
public partial class AccuracyPageTests
{
    private const string Page = "docs/accuracy.md";

    // Rounding up by this factor leaves room for processors that fuse multiplication and addition.
    private const double Room = 2;

    private static readonly (string Heading, Func<long, bool> Holds)[] Sizes =
    [
        ("n ≤ 1,000", n => n <= 1000),
        ("n = 15,322", n => n == 15_322),
        ("n = 10⁶", n => n == 1_000_000),
        ("n = 10⁹", n => n == 1_000_000_000),
    ];

    [Fact]
    public void No_measured_error_is_larger_than_the_page_says_and_none_is_larger_than_promised()
    {
        var measured = Measure();
        if (Repository.Approves)
            File.WriteAllText(Repository.PathOf(Page), PageOf(measured));
        var told = Row().Matches(File.ReadAllText(Repository.PathOf(Page))).ToDictionary(row => row.Groups["method"].Value, StringComparer.Ordinal);
        Assert.Equal(IntervalMethods.All.Count, told.Count);
        foreach (var (method, errors) in measured)
        {
            var figures = told[method].Groups["figures"].Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            for (var i = 0; i < Sizes.Length; i++)
            {
                Assert.True(errors[i] <= figures[i], $"{method}, {Sizes[i].Heading}: {errors[i]:E2}, the page says {figures[i]:E0}");
                Assert.True(figures[i] <= GoldenIntervalTests.Promise(method));
            }
        }
    }

    private static Dictionary<string, double[]> Measure()
    {
        var worst = IntervalMethods.All.ToDictionary(method => method.Name, _ => new double[Sizes.Length], StringComparer.Ordinal);
        foreach (var row in Golden.Rows("intervals-mpmath.csv"))
        {
            var interval = GoldenIntervalTests.IntervalOf(row);
            var size = Array.FindIndex(Sizes, known => known.Holds(long.Parse(row["persons"], CultureInfo.InvariantCulture)));
            var error = Math.Max(
                Golden.Error(interval.Lower, double.Parse(row["lower"], CultureInfo.InvariantCulture)),
                Golden.Error(interval.Upper, double.Parse(row["upper"], CultureInfo.InvariantCulture)));
            worst[row["method"]][size] = Math.Max(worst[row["method"]][size], error);
        }
        return worst;
    }

    private static string PageOf(Dictionary<string, double[]> measured)
    {
        var page = new StringBuilder("""
            # How exact the limits are

            Largest relative error of a limit, over 9,240 intervals: twelve methods, seven levels from 0.8 to 0.9999999999, n from 1 to 10⁹, and for
            each n the counts 0, 1, 2, 3, about 5 %, about 38 %, n/2, n−2, n−1 and n. The witness is mpmath with 80 digits, by sums that share nothing
            with the program's continued fraction (`tests/golden/README.md`). The figures are measured, doubled and rounded up to one digit;
            a test measures them again and fails where one is exceeded.

            | method | promised |
            """.ReplaceLineEndings("\n"));
        page.Append(string.Concat(Sizes.Select(size => $" {size.Heading} |"))).Append("\n| --- | ---: |").Append(string.Concat(Sizes.Select(_ => " ---: |"))).Append('\n');
        foreach (var (method, errors) in measured)
            page.Append(CultureInfo.InvariantCulture, $"| `{method}` | {GoldenIntervalTests.Promise(method):0e0} |{string.Concat(errors.Select(error => $" {RoundedUp(error * Room)} |"))}\n");
        page.Append("""

            What this rests on:

            * α is kept as a decimal: 1 − 0.999999 is exactly 0.000001.
            * Cases and non-cases are carried apart, so that the promises hold for any count that can be typed: for 10¹⁵ to 2⁶³ − 1 persons `LargeCountTests` compares each limit, and its distance from 1, with mpmath.
            * Limits are computed in forms that do not subtract nearly equal numbers, and each with its distance from 1 carried apart.
            * Beta tails by the continued fraction of DiDonato and Morris (1992) with the factor before it by Loader's saddle point (2000);
              quantiles and roots by Newton's method on the log-odds, to the last digit.
            * MathNet gives the normal quantile. Its beta quantile searches to 10⁻¹² absolute, which is wrong in the first digits for n = 10⁹, and is not used.

            Student's t and the quantiles themselves are compared with mpmath at 10⁻¹² in `QuantileTests`.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    private static string RoundedUp(double error)
    {
        if (error == 0)
            return "0";
        var power = Math.Pow(10, Math.Floor(Math.Log10(error)));
        return (Math.Ceiling(error / power) * power).ToString("0e0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\| `(?<method>[a-z-]+)` \| [^|]+ \|(?<figures>.+)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
