using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Tests;

/// <summary>A rounded share never says none or all where that is not so.</summary>
public class StyleTests
{
    [Theory]
    [InlineData(0, 1, 100, "0.0")]
    [InlineData(1, 1, 100, "100.0")]
    [InlineData(0.00005, 1, 100, "<0.1")]
    [InlineData(0.00049999, 1, 100, "<0.1")]
    [InlineData(0.0005, 1, 100, "0.1")]
    [InlineData(0.99995, 1, 100, ">99.9")]
    [InlineData(0.9995, 1, 100, ">99.9")]
    [InlineData(0.99949, 1, 100, "99.9")]
    [InlineData(0.00005, 2, 100, "0.01")]
    [InlineData(0.00004, 2, 100, "<0.01")]
    [InlineData(0.99996, 2, 100, ">99.99")]
    [InlineData(0.004, 0, 100, "<1")]
    [InlineData(0.996, 0, 100, ">99")]
    [InlineData(0.00004, 1, 1000, "<0.1")]
    [InlineData(0.99996, 1, 1000, ">999.9")]
    [InlineData(0.0000001, 0, 100_000, "<1")]
    [InlineData(0.99999999, 2, 100_000, ">99999.99")]
    [InlineData(4.9e-324, 12, 100, "<0.000000000001")]
    [InlineData(0.9999999999999999, 12, 100, ">99.999999999999")]
    public void Says_what_would_round_to_none_or_all(double share, int digits, int per, string text) =>
        Assert.Equal(text, new Style(digits, per).Text(share, ColumnKind.Share));

    [Fact]
    public void Limits_say_so_too()
    {
        Assert.Equal("<0.1 (0.0–<0.1)", new Style().Text(new IntervalCell(0.0001, 0, 0.0004), ColumnKind.Interval));
        Assert.Equal(">99.9 (99.2–>99.9)", new Style().Text(new IntervalCell(0.9999, 0.992, 0.99999), ColumnKind.Interval));
        Assert.Equal("100.0 (>99.9–100.0)", new Style().Text(new IntervalCell(1, 0.9999, 1), ColumnKind.Interval));
    }

    // By definition: 0 and 1 alone print as none and all, and everything else prints as it rounds or says that it lies beyond the last number that is neither.
    [Fact]
    public void Nothing_but_none_and_all_prints_as_none_and_all()
    {
        var random = new Random(17);
        for (var i = 0; i < 10_000; i++)
        {
            var share = Math.Pow(10, -8 * random.NextDouble());
            share = i % 2 == 0 ? share : 1 - share;
            var style = new Style(random.Next(7), (int)Math.Pow(10, random.Next(2, 6)));
            var text = style.Text(share, ColumnKind.Share);
            var number = decimal.Parse(text.TrimStart('<', '>'), CultureInfo.InvariantCulture);
            Assert.InRange(number, 0m, style.Per);
            Assert.True(share is 0 or 1 || (number > 0 && number < style.Per), $"{share:R} prints as {text}");
            Assert.True(text[0] is '<' or '>' || text == style.RoundedText(share), $"{share:R} prints as {text}");
        }
    }
}
