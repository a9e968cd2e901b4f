using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>Numbers as codes: 1, 1.0, 01 and 1e0 are one code, whose shortest text is 1.</summary>
/// <remarks>Compared digit by digit and not as doubles, which cannot tell 9007199254740992 from 9007199254740993: identifiers may have as many digits as they like.</remarks>
public static class NumberText
{
    // Like a double in most languages: beyond these, zeros are no longer written out.
    private const int MostDigitsBeforePoint = 21;
    private const int MostZerosAfterPoint = 6;
    private const int LargestExponent = 1000;
    private const int LongestText = 64;

    /// <summary>The shortest text of the number that a text is; null if it is not a number.</summary>
    /// <param name="text">The text: an optional sign, digits with at most one point, an optional exponent.</param>
    /// <param name="point">The decimal point.</param>
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

    /// <summary>The code that a text is where codes are numbers: the shortest text of its number, or itself if it is not a number.</summary>
    public static string CodeOf(string text) => Shortest(text) ?? text;

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && Math.Abs((long)exponent) <= LargestExponent;

    /// <summary>A number as it is written.</summary>
    /// <param name="isNegative">Its sign.</param>
    /// <param name="digits">Its digits; zeros at either end may be among them.</param>
    /// <param name="before">How many of the digits are before the point.</param>
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
        // Of the two the shorter, but zeros of a size that people read are written out.
        var text = before is <= MostDigitsBeforePoint and >= -MostZerosAfterPoint || plain.Length <= Scientific(significant, before - 1).Length ? plain : Scientific(significant, before - 1);
        return isNegative ? $"-{text}" : text;
    }

    private static string Scientific(string digits, int exponent) =>
        string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}E{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}");
}
