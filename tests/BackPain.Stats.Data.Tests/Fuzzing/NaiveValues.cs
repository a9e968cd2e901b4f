using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>What values mean, said the plain way. Every character is one byte of UTF-8.</summary>
internal static partial class NaiveValues
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of bytes; nothing where they are not UTF-8.</summary>
    public static string? Decoded(string bytes)
    {
        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text of bytes, whatever they are.</summary>
    public static string Shown(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    /// <summary>Whether an answer is missing; 9 was declared to be, for columns that are not quantities.</summary>
    public static bool IsMissing(string text) => IsGap(text) || text == "9";

    /// <summary>Whether a quantity, or a place in the design, is missing.</summary>
    public static bool IsGap(string text) => text is "" or "NA" or ".";

    /// <summary>The reason for what is missing.</summary>
    public static string Reason(string code) => code.Length == 0 ? "empty" : code;

    /// <summary>A value to break down by.</summary>
    public static string Stratum(string text) => IsMissing(text) ? $"?{Reason(text)}" : text;

    /// <summary>An answer; nothing where it is unexplained.</summary>
    public static string? Answer(string text) => text.ToUpperInvariant() switch
    {
        "1" or "YES" or "Y" or "TRUE" or "T" => "case",
        "0" or "NO" or "N" or "FALSE" or "F" => "non-case",
        _ => IsMissing(text) ? $"?{Reason(text)}" : null,
    };

    /// <summary>A number; nothing where it is none.</summary>
    public static double? NumberIn(string value) =>
        value.Length <= 64 && Number().IsMatch(value) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A code where codes are numbers: a number has no sign if it is positive, no leading zeros, and no zeros at the end of its decimals.</summary>
    public static string NumberCode(string text)
    {
        var match = Number().Match(text);
        if (text.Length > 64 || !match.Success)
            return text;
        var exponent = int.Parse(match.Groups[2].Value is { Length: > 1 } given ? given[1..] : "0", CultureInfo.InvariantCulture);
        var parts = (match.Groups[1].Value + ".").Split('.');
        var (digits, decimals) = (BigInteger.Parse("0" + parts[0] + parts[1], CultureInfo.InvariantCulture), parts[1].Length - exponent);
        for (; decimals > 0 && digits % 10 == 0; decimals--)
            digits /= 10;
        if (digits.IsZero)
            return "0";
        var plain = (digits * BigInteger.Pow(10, Math.Max(0, -decimals))).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(0, decimals) + 1, '0');
        return (text[0] == '-' ? "-" : "") + (decimals > 0 ? $"{plain[..^decimals]}.{plain[^decimals..]}" : plain);
    }

    /// <summary>Whether all values of a column that are not missing are numbers.</summary>
    public static bool AreNumbers(IEnumerable<string> values) => values.All(value => IsMissing(value) || (value.Length <= 64 && Number().IsMatch(value)));

    /// <summary>The code of what is wrong with a weight; nothing where it is right.</summary>
    public static string? WeightCode(string value, bool mayBeNegative, out double weight)
    {
        weight = NumberIn(value) ?? double.NaN;
        return IsGap(value) ? "missing-weight" : !(Math.Abs(weight) <= 1e140) ? "not-a-number" : weight < 0 && !mayBeNegative ? "negative-weight" : null;
    }

    [GeneratedRegex(@"\A[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
