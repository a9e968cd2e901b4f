using System.Globalization;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Populations;

/// <summary>A range of whole numbers, such as an age group.</summary>
/// <param name="From">The first number.</param>
/// <param name="To">The last number, inclusive; null if the range is open.</param>
public readonly partial record struct NumberRange(long From, long? To)
{
    /// <summary>All numbers from 0.</summary>
    public static NumberRange All { get; } = new(0, null);

    private long End => To ?? long.MaxValue;

    /// <summary>Parses a single number, 20-39, 60+, ≥60, &lt;20 or ≤19; returns null if a text is none of these.</summary>
    public static NumberRange? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match || !long.TryParse(
            match.Groups["a"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var a))
            return null;
        if (match.Groups["b"].Success)
        {
            var isNumber = long.TryParse(match.Groups["b"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var b);
            return isNumber && b >= a ? new NumberRange(a, b) : null;
        }
        return (match.Groups["sign"].Value, match.Groups["plus"].Success) switch
        {
            ("", false) => new NumberRange(a, a),
            ("", true) or ("≥", false) => new NumberRange(a, null),
            (">", false) => new NumberRange(a + 1, null),
            ("<", false) => a > 0 ? new NumberRange(0, a - 1) : null,
            ("≤", false) => new NumberRange(0, a),
            _ => null,
        };
    }

    /// <summary>Returns whether two ranges have a number in common.</summary>
    public bool Overlaps(NumberRange other) => From <= other.End && other.From <= End;

    /// <summary>Returns whether every number of another range is in this one.</summary>
    public bool Contains(NumberRange other) => From <= other.From && other.End <= End;

    /// <summary>Returns what two ranges have in common; null if that is nothing.</summary>
    public NumberRange? Within(NumberRange other)
    {
        var (from, end) = (Math.Max(From, other.From), Math.Min(End, other.End));
        return from > end ? null : new NumberRange(from, end == long.MaxValue ? null : end);
    }

    /// <summary>Returns whether another range begins where this one ends.</summary>
    public bool IsFollowedBy(NumberRange next) => To is { } last && last + 1 == next.From;

    /// <summary>Returns the range as a label: 20-39, 60+, or 5.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{From}{(To is null ? "+" : To == From ? "" : $"-{To}")}");

    [GeneratedRegex(
        @"^(?<sign>[<≤>≥]?)\s*(?<a>[0-9]{1,9})\s*((?<plus>\+)|[-–]\s*(?<b>[0-9]{1,9}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
