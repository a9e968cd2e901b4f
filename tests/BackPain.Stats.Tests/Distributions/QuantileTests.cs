using System.Globalization;
using BackPain.Stats.Distributions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Tests.Distributions;

/// <summary>Quantiles against mpmath with 80 digits.</summary>
public class QuantileTests
{
    [Fact]
    public void Mpmath_agrees_to_1e_12()
    {
        foreach (var row in Golden.Rows("quantiles-mpmath.csv"))
        {
            var tail = (double)decimal.Parse(row["probability"], NumberStyles.Float, CultureInfo.InvariantCulture);
            var value = QuantileOf(row, tail);
            var witness = double.Parse(row["value"], CultureInfo.InvariantCulture);
            Assert.True(Golden.Error(value, witness) <= 1e-12, $"{string.Join(' ', row.Values)}: {value:R}");
        }
    }

    [Fact]
    public void The_distance_of_a_beta_quantile_from_1_is_as_exact_as_its_distance_from_0()
    {
        foreach (var row in Golden.Rows("quantiles-mpmath.csv").Where(row => row["distribution"] == "beta"))
        {
            var (a, b) = (Number(row["a"]), Number(row["b"]));
            var tail = Number(row["probability"]);
            var mirrored = row["tail"] == "lower" ? new BetaDistribution(b, a).UpperQuantile(tail) : new BetaDistribution(b, a).LowerQuantile(tail);
            Assert.True(Golden.Error(mirrored, Number(row["complement"])) <= 1e-12, $"{string.Join(' ', row.Values)}: {mirrored:R}");
        }
    }

    [Fact]
    public void Tails_are_what_the_quantiles_leave()
    {
        var beta = new BetaDistribution(16, 133);
        var at = new UnitPoint(beta.LowerQuantile(0.025), 1 - beta.LowerQuantile(0.025));
        Assert.Equal(0.025, beta.LowerTail(at), 1e-14);
        Assert.Equal(0.975, beta.UpperTail(at), 1e-14);
    }

    [Fact]
    public void Binomial_tails_are_those_of_counting()
    {
        // By hand: 5 tosses of a fair coin, P(X ≤ 1) = 6/32 and P(X ≥ 4) = 6/32.
        var coin = new BinomialDistribution(5, new UnitPoint(0.5, 0.5));
        Assert.Equal(6 / 32d, coin.AtMost(1), 1e-15);
        Assert.Equal(6 / 32d, coin.AtLeast(4), 1e-15);
        Assert.Equal(0, coin.AtMost(-1));
        Assert.Equal(1, coin.AtMost(5));
        Assert.Equal(1, coin.AtLeast(0));
        Assert.Equal(0, coin.AtLeast(6));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double QuantileOf(IReadOnlyDictionary<string, string> row, double tail)
    {
        var isLower = row["tail"] == "lower";
        switch (row["distribution"])
        {
            case "beta":
                var beta = new BetaDistribution(Number(row["a"]), Number(row["b"]));
                return isLower ? beta.LowerQuantile(tail) : beta.UpperQuantile(tail);
            case "student-t":
                return (isLower ? -1 : 1) * new StudentT(Number(row["a"])).UpperQuantile(tail);
            default:
                return (isLower ? -1 : 1) * StandardNormal.UpperQuantile(tail);
        }
    }
}
