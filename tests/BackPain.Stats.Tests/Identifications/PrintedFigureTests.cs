using BackPain.Stats.Identifications;

namespace BackPain.Stats.Tests.Identifications;

public class PrintedFigureTests
{
    [Theory]
    [InlineData("25.6", "23.6-27.5", "25.6 % (23.6–27.5)")]
    [InlineData("25.6%", "23.6 % – 27.50 %", "25.6 % (23.6–27.50)")]
    [InlineData("0.256", "0.236–0.275", "0.256 (0.236–0.275)")]
    [InlineData("2.3", "0.5-4", "2.3 % (0.5–4)")]
    [InlineData("81", "77.3-81.4", "81 % (77.3–81.4)")]
    [InlineData("81", "81.2-82", "81 % (81.2–82)")]
    [InlineData("0%", "0-0", "0 % (0–0)")]
    [InlineData("100", "100-100", "100 % (100–100)")]
    public void Takes_the_unit_of_its_estimate(string estimate, string limits, string shown) => Assert.Equal(shown, Made(estimate, limits).Figure!.ToString());

    [Theory]
    [InlineData("0.8", "0.5-1.2", "write 0.8%")]
    [InlineData("0.8", "0.5%-0.9%", "write 0.8%")]
    [InlineData("25.6", "27.5-23.6", "the lower limit 27.5 % is above the upper limit 23.6 %")]
    [InlineData("25.6", "25.7-27.5", "25.6 % lies outside its limits, 25.7–27.5")]
    [InlineData("25.6", "20-25.5", "25.6 % lies outside")]
    [InlineData("81", "81.6-82.0", "81 % lies outside")]
    public void Does_not_put_together_what_does_not_fit(string estimate, string limits, string reason)
    {
        var (figure, problem) = Made(estimate, limits);
        Assert.Null(figure);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("23.6")]
    [InlineData("23.6-")]
    [InlineData("-1-5")]
    [InlineData("23.6-25-27")]
    [InlineData("23.6 27.5")]
    [InlineData("low-high")]
    [InlineData("23.6-101")]
    [InlineData("")]
    public void Limits_are_refused_with_a_reason(string text)
    {
        Assert.False(PrintedInterval.TryParse(text, out var interval, out var problem));
        Assert.Null(interval);
        Assert.False(string.IsNullOrWhiteSpace(problem));
    }

    [Theory]
    [InlineData("1913", "1913", 1)]
    [InlineData("930:960", "930 to 960", 31)]
    public void Ranges_of_counts_are_read(string text, string shown, long count)
    {
        Assert.True(CountRange.TryParse(text, out var range));
        Assert.Equal((shown, count), (range.ToString(), range.Count));
        Assert.Equal(count, range.All.Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("960:930")]
    [InlineData("1:2:3")]
    [InlineData(":5")]
    [InlineData("-5")]
    [InlineData("1.5")]
    public void What_is_no_range_is_refused(string text) => Assert.False(CountRange.TryParse(text, out _));

    private static (PrintedFigure? Figure, string? Problem) Made(string estimate, string limits)
    {
        Assert.True(PrintedNumber.TryParse(estimate, out var number, out _));
        Assert.True(PrintedInterval.TryParse(limits, out var interval, out _));
        PrintedFigure.TryMake(number!, interval, out var figure, out var problem);
        return (figure, problem);
    }
}
