using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>Numbers used as codes: 1, 1.0, 01 and 1e0 are the same code, whose shortest form is 1.</summary>
/// <remarks>
/// Numbers are compared digit by digit rather than as doubles, which cannot distinguish 9007199254740992 from 9007199254740993, because
/// identifiers may have any number of digits.
/// </remarks>
public static class NumberText
{
    // Beyond these limits zeros are no longer written out, as most languages do for doubles.
    private const int MostDigitsBeforePoint = 21;
    private const int MostZerosAfterPoint = 6;
    private const int LargestExponent = 1000;
    private const int LongestText = 64;

    /// <summary>Returns the shortest form of a number, or null if the text is not a number.</summary>
    /// <param name="text">An optional sign, digits with at most one decimal point, and an optional exponent.</param>
    /// <param name="point">The decimal separator.</param>
    public static string? Shortest(ReadOnlySpan<char> text, char point = '.')
    {
        if (text.Length is 0 or > LongestText)
            return null;
        var isNegative = text[0] == '-';
        var rest = text[0] is '-' or '+' ? text[1..] : text;
        var end = rest.IndexOfAny('e', 'E');
        var exponent = 0;
        if (end >= 0 && !TryExponent(rest[(end + 1)..], out exponent))
            return null;
        var mantissa = end < 0 ? rest : rest[..end];
        var at = mantissa.IndexOf(point);
        var whole = at < 0 ? mantissa : mantissa[..at];
        var fraction = at < 0 ? [] : mantissa[(at + 1)..];
        if (whole.Length + fraction.Length == 0 || whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9'))
            return null;
        return Written(isNegative, string.Concat(whole, fraction), whole.Length + exponent);
    }

    /// <summary>
    /// Returns the code for a text if codes are numbers: the shortest form of the number, or the text itself if it is not a number.
    /// </summary>
    public static string CodeOf(string text) => Shortest(text) ?? text;

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        && Math.Abs((long)exponent) <= LargestExponent;

    /// <summary>Formats a number.</summary>
    /// <param name="isNegative">Whether the number is negative.</param>
    /// <param name="digits">The digits, possibly with leading and trailing zeros.</param>
    /// <param name="before">The number of digits before the decimal point.</param>
    private static string Written(bool isNegative, string digits, int before)
    {
        var significant = digits.TrimStart('0');
        before -= digits.Length - significant.Length;
        significant = significant.TrimEnd('0');
        if (significant.Length == 0)
            return "0";
        var plain = before <= 0 ? $"0.{new string('0', -before)}{significant}"
            : before >= significant.Length ? significant.PadRight(before, '0')
            : $"{significant[..before]}.{significant[before..]}";
        // The shorter form is used, but numbers of common magnitude are written out in full.
        var text = before is <= MostDigitsBeforePoint and >= -MostZerosAfterPoint
            ? plain
            : new[] { plain, Scientific(significant, before - 1) }.MinBy(written => written.Length)!;
        return isNegative ? $"-{text}" : text;
    }

    private static string Scientific(string digits, int exponent) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}E{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}");
}
