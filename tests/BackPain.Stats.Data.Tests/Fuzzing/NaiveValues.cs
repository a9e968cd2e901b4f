using System.Globalization;
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

    /// <summary>The code of what is wrong with a weight; nothing where it is right.</summary>
    public static string? WeightCode(string value, bool mayBeNegative, out double weight)
    {
        weight = NumberIn(value) ?? double.NaN;
        return IsGap(value) ? "missing-weight" : !(Math.Abs(weight) <= 1e140) ? "not-a-number" : weight < 0 && !mayBeNegative ? "negative-weight" : null;
    }

    [GeneratedRegex(@"\A[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
