using BackPain.Stats.Identifications;

namespace BackPain.Stats.Tests.Identifications;

/// <summary>What prints a number, compared with rounding itself.</summary>
public class PrintedNumberTests
{
    [Theory]
    [InlineData("25.6", 256, 1, true, "25.6 %")]
    [InlineData("25.60", 2560, 2, true, "25.60 %")]
    [InlineData(" 25.6 % ", 256, 1, true, "25.6 %")]
    [InlineData("25·6", 256, 1, true, "25.6 %")]
    [InlineData("0.8%", 8, 1, true, "0.8 %")]
    [InlineData("0.256", 256, 3, false, "0.256")]
    [InlineData(".256", 256, 3, false, "0.256")]
    [InlineData("1", 1, 0, false, "1")]
    [InlineData("1.1", 11, 1, true, "1.1 %")]
    [InlineData("0%", 0, 0, true, "0 %")]
    [InlineData("100", 100, 0, true, "100 %")]
    public void Is_read_with_its_digits_and_its_unit(string text, long digits, int decimals, bool isPercent, string shown)
    {
        Assert.True(PrintedNumber.TryParse(text, out var number, out _));
        Assert.Equal(new PrintedNumber(digits, decimals, isPercent), number);
        Assert.Equal(shown, number!.ToString());
    }

    [Theory]
    [InlineData("-5", "is negative")]
    [InlineData("−5%", "is negative")]
    [InlineData("100.1", "is more than 100 %")]
    [InlineData("25,6", "is not a percentage or proportion")]
    [InlineData("1e1", "is not a percentage or proportion")]
    [InlineData("%", "is not a percentage or proportion")]
    [InlineData("", "is not a percentage or proportion")]
    [InlineData("0.123456789", "give at most 8")]
    public void Is_refused_with_a_reason(string text, string reason)
    {
        Assert.False(PrintedNumber.TryParse(text, out var number, out var problem));
        Assert.Null(number);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_printed_by_the_counts_that_round_to_it_half_up_or_half_to_even()
    {
        // The witness is Math.Round of .NET on decimals, which hold every tie exactly: a tie ends after a few digits.
        for (var decimals = 0; decimals <= 1; decimals++)
        {
            var steps = (long)Math.Pow(10, decimals + 2);
            for (var n = 1L; n <= 48; n++)
            {
                var rounded = Enumerable.Range(0, (int)n + 1).SelectMany(x => new[] { MidpointRounding.AwayFromZero, MidpointRounding.ToEven }.Select(mode => (X: (long)x, Digits: (long)Math.Round((decimal)x * steps / n, mode)))).ToLookup(pair => pair.Digits, pair => pair.X);
                for (var digits = 0L; digits <= steps; digits++)
                    Assert.Equal(rounded[digits].Distinct(), new PrintedNumber(digits, decimals, IsPercent: true).CasesAmong(n).All);
            }
        }
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("13", true)]
    [InlineData("14", false)]
    [InlineData("12.5", true)]
    [InlineData("12.50", true)]
    [InlineData("12.51", false)]
    [InlineData("0.13", true)]
    [InlineData("0.1", true)]
    public void One_in_eight_is_a_tie_that_prints_both_ways(string text, bool prints) =>
        // 1/8 = 12.5 %, by hand.
        Assert.Equal(prints, Number(text).CasesAmong(8).All.Contains(1));

    [Fact]
    public void Counts_in_large_studies_do_not_overflow() =>
        // By hand, of 10⁹ persons: 1,234,567.8 ± 0.05 is no whole number; 1,234,560 ± 5 are eleven, as 6 is even and takes its upper tie.
        Assert.Equal((0, 11), (Number("0.12345678%").CasesAmong(1_000_000_000).Count, Number("0.123456%").CasesAmong(1_000_000_000).Count));

    [Fact]
    public void A_limit_at_a_tie_prints_both_ways_and_one_beyond_it_does_not()
    {
        // Half up and half to even of 12.5 and 13.5 %, by hand; 10⁻¹² is what a limit may be off.
        Assert.Equal([true, true, false], new[] { 0.125 + 5e-13, 0.125 - 5e-13, 0.125 + 2e-12 }.Select(Number("12").IsPrintedBy));
        Assert.Equal([true, true, false], new[] { 0.135 + 5e-13, 0.135 - 5e-13, 0.135 + 2e-12 }.Select(Number("13").IsPrintedBy));
        Assert.Equal([true, false], new[] { 0d, 0.00051 }.Select(Number("0.0%").IsPrintedBy));
        Assert.Equal([true, false], new[] { 1d, 0.99949 }.Select(Number("100.0").IsPrintedBy));
    }

    [Fact]
    public void Lost_zeros_are_allowed_for()
    {
        // 80.96 % prints 81.0 and 81, 81.2 % prints 81 only.
        Assert.Equal([true, true], new[] { "81.0", "81" }.Select(text => Number(text).IsPrintedBy(0.8096)));
        Assert.Equal([false, true], new[] { "81.0", "81" }.Select(text => Number(text).IsPrintedBy(0.812)));
    }

    private static PrintedNumber Number(string text) => PrintedNumber.TryParse(text, out var number, out var problem) ? number! : throw new ArgumentException(problem, nameof(text));
}
