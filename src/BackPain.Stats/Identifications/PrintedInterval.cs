using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Identifications;

/// <summary>A confidence interval as printed.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public sealed record PrintedInterval(PrintedNumber Lower, PrintedNumber Upper)
{
    private static readonly char[] Dashes = ['-', '–'];

    /// <summary>Returns which limits an interval reproduces, or null if neither.</summary>
    public Match? MatchOf(ConfidenceInterval interval) => (Lower.IsPrintedBy(interval.Lower), Upper.IsPrintedBy(interval.Upper)) switch
    {
        (true, true) => Match.Both,
        (true, false) => Match.Lower,
        (false, true) => Match.Upper,
        (false, false) => null,
    };

    /// <summary>
    /// Returns false if a method certainly reproduces neither limit, and true if it may, without solving for the method's limits.
    /// </summary>
    public bool MayBePrintedBy(IntervalMethod method, Proportion proportion, ConfidenceLevel level)
    {
        if (method.BracketOfLower(proportion, level) is not { } lower
            || method.BracketOfLower(proportion.Mirrored, level) is not { } mirrored)
        {
            return true;
        }
        return lower.Meets(Lower.Reach.From, Lower.Reach.To) || mirrored.Meets(1 - Upper.Reach.To, 1 - Upper.Reach.From);
    }

    /// <summary>Parses LOW-HIGH, with a hyphen or an en dash between the limits.</summary>
    /// <param name="text">The text to parse.</param>
    /// <param name="interval">The interval, or null if the text is not one.</param>
    /// <param name="problem">If parsing fails, what is wrong, as a sentence without a full stop.</param>
    public static bool TryParse(string text, out PrintedInterval? interval, out string? problem)
    {
        (interval, problem) = (null, $"'{text}' is not a pair of limits of 0 or more; write LOW-HIGH, as in 23.6-27.5");
        if (text.Split(Dashes) is not [var low, var high] || string.IsNullOrWhiteSpace(low) || string.IsNullOrWhiteSpace(high))
            return false;
        if (!PrintedNumber.TryParse(low, out var lower, out problem) || !PrintedNumber.TryParse(high, out var upper, out problem))
            return false;
        interval = new PrintedInterval(lower!, upper!);
        return true;
    }

    /// <summary>Returns the limits as printed, without a unit: 23.6–27.5.</summary>
    public override string ToString() => $"{Lower.Text}–{Upper.Text}";
}
