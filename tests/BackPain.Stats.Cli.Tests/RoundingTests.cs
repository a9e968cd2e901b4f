using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Shares are rounded as one rounds by hand: halves up and not to even.</summary>
public class RoundingTests
{
    [Theory]
    [InlineData(1 / 16d, 1, 100, "6.3")]
    [InlineData(5 / 16d, 1, 100, "31.3")]
    [InlineData(1 / 8d, 0, 100, "13")]
    [InlineData(3 / 8d, 0, 100, "38")]
    [InlineData(0.0025, 1, 100, "0.3")]
    [InlineData(0.00125, 2, 100, "0.13")]
    [InlineData(1 / 16d, 0, 1000, "63")]
    [InlineData(1e300, 1, 100, "1e+302")]
    public void Halves_are_rounded_up(double share, int digits, int per, string shown) =>
        Assert.Equal(shown, new Style(digits, per).Text(share, ColumnKind.Share));
}
