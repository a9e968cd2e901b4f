using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>
/// The confidence level: the nominal proportion of repetitions of the study in which the interval contains the true value.
/// </summary>
/// <remarks>Stored as a decimal, so that 1 − 0.999999 is exactly 0.000001 and not 0.00000100000000002876.</remarks>
public sealed record ConfidenceLevel
{
    private const decimal Highest = 0.9999999999m;

    private readonly decimal level;

    /// <summary>Creates a level from a proportion.</summary>
    /// <param name="level">The level as a proportion, greater than 0.5 and at most 0.9999999999: 0.95, not 95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is 0.5 or less, or so high that limits would not be accurate.</exception>
    public ConfidenceLevel(decimal level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0.5m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Highest);
        this.level = level;
    }

    /// <summary>The default level, 0.95.</summary>
    public static ConfidenceLevel Default { get; } = new(0.95m);

    /// <summary>Creates a level, or the highest one there is if it would be higher.</summary>
    internal static ConfidenceLevel AtMostHighest(decimal level) => new(Math.Min(level, Highest));

    /// <summary>The level as a proportion, between 0.5 and 1.</summary>
    public double Value => (double)level;

    /// <summary>α = 1 − level, the nominal probability that an interval misses the true value.</summary>
    public double Alpha => (double)(1m - level);

    /// <summary>α/2, the probability left in each tail.</summary>
    public double Tail => (double)((1m - level) / 2m);

    /// <summary>The level in percent, as shown in headings: 95.</summary>
    public string InPercent => (level * 100m).ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>Parses 0.95, 95 or 95%.</summary>
    /// <param name="text">The text to parse.</param>
    /// <param name="level">The level, or null if the text is not a valid level.</param>
    /// <param name="problem">If parsing fails, what is wrong, as a sentence without a full stop; otherwise null.</param>
    public static bool TryParse(string text, out ConfidenceLevel? level, out string? problem)
    {
        (level, problem) = (null, null);
        var number = text.Trim().TrimEnd('%').TrimEnd();
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            problem = $"'{text}' is not a confidence level; write it as 0.95, 95 or 95%";
        else
            Read(text, value > 1m || text.Contains('%', StringComparison.Ordinal) ? value / 100m : value, ref level, ref problem);
        return level is not null;
    }

    /// <summary>Returns the level as a proportion: 0.95.</summary>
    public override string ToString() => level.ToString("0.############################", CultureInfo.InvariantCulture);

    private static void Read(string text, decimal value, ref ConfidenceLevel? level, ref string? problem)
    {
        if (value is > 0.5m and <= Highest)
            level = new ConfidenceLevel(value);
        else if (value is > 0m and < 0.5m)
        {
            problem = string.Create(
                CultureInfo.InvariantCulture, $"'{text}' looks like α; a confidence level of {1m - value} corresponds to α = {value}");
        }
        else if (value is > Highest and < 1m)
        {
            problem = string.Create(
                CultureInfo.InvariantCulture, $"'{text}' is too high for accurate limits; the highest level is {Highest}");
        }
        else
            problem = $"'{text}' is not a confidence level; expected a value between 0.5 and 1 (or 50% and 100%), exclusive";
    }
}
