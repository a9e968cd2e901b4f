using BackPain.Stats.Definitions;

namespace BackPain.Stats.Tests.Definitions;

public class ConfidenceLevelTests
{
    [Theory]
    [InlineData("0.95", "0.95")]
    [InlineData("95", "0.95")]
    [InlineData("95%", "0.95")]
    [InlineData("95 %", "0.95")]
    [InlineData("99.9", "0.999")]
    [InlineData("0.999999", "0.999999")]
    [InlineData("0.950", "0.95")]
    public void Is_read_as_people_write_it(string text, string shown)
    {
        Assert.True(ConfidenceLevel.TryParse(text, out var level, out _));
        Assert.Equal(shown, level!.ToString());
    }

    [Theory]
    [InlineData("0.05", "looks like α")]
    [InlineData("5%", "looks like α")]
    [InlineData("0.5", "between 0.5 and 1")]
    [InlineData("1", "between 0.5 and 1")]
    [InlineData("100", "between 0.5 and 1")]
    [InlineData("0.99999999999", "the highest level is 0.9999999999")]
    [InlineData("-0.95", "is not a confidence level")]
    [InlineData("high", "is not a confidence level")]
    [InlineData("", "is not a confidence level")]
    public void Is_refused_with_a_reason(string text, string reason)
    {
        Assert.False(ConfidenceLevel.TryParse(text, out var level, out var problem));
        Assert.Null(level);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_an_exact_alpha()
    {
        // In doubles 1 − 0.999999 is 1.00000000002876e-06.
        Assert.Equal(1e-6, new ConfidenceLevel(0.999999m).Alpha);
        Assert.Equal(5e-11, new ConfidenceLevel(0.9999999999m).Tail);
    }

    [Fact]
    public void Is_the_same_level_however_it_was_written() => Assert.Equal(new ConfidenceLevel(0.95m), new ConfidenceLevel(0.950m));
}
