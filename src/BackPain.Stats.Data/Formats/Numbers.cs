using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Formats;

/// <summary>
/// Reads numbers as data files write them: no thousands separator, an optional exponent, a point or where declared a comma.
/// </summary>
internal static class Numbers
{
    // Decimals of a larger number are not all there.
    private const long LargestFloored = 1_000_000_000_000;

    // All powers of ten that a double holds exactly and that can stand under 15 digits.
    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>A finite number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, bool decimalComma, out double number) =>
        TryParsePlain(text, decimalComma ? (byte)',' : (byte)'.', out number) || TryParseAny(text, decimalComma, out number);

    /// <summary>
    /// Up to 15 digits with at most one point: a whole number and a power of ten, both exact as doubles, so that their quotient is the
    /// nearest double (Clinger 1990).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParsePlain(ReadOnlySpan<byte> text, byte point, out double number)
    {
        number = 0;
        if (text.Length is 0 or > 15)
            return false;
        long digits = 0;
        var decimals = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
                (digits, decimals) = ((10 * digits) + digit, decimals < 0 ? decimals : decimals + 1);
            else if (text[i] == point && decimals < 0 && i > 0)
                decimals = 0;
            else
                return false;
        }
        number = decimals > 0 ? digits / Powers[decimals] : digits;
        return decimals != 0;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> text, bool decimalComma, out double number) =>
        TryParseUnbounded(text, decimalComma, out number) && double.IsFinite(number);

    /// <summary>Whether a text is a number that no double holds, such as 1e999.</summary>
    public static bool IsBeyondDouble(ReadOnlySpan<byte> text, bool decimalComma) =>
        TryParseUnbounded(text, decimalComma, out var number) && double.IsInfinity(number) && text.ContainsAnyInRange((byte)'0', (byte)'9');

    private static bool TryParseUnbounded(ReadOnlySpan<byte> text, bool decimalComma, out double number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 64 || (decimalComma && text.Contains((byte)'.')))
            return false;
        Span<byte> copy = stackalloc byte[text.Length];
        text.CopyTo(copy);
        if (decimalComma)
            copy.Replace((byte)',', (byte)'.');
        // The framework passes over bytes of value 0 after a number, and where it may over line breaks around it: neither is part of one.
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !text.Contains((byte)0) && double.TryParse(copy, Style, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>
    /// A whole number, from 0 to 2⁶³ − 1: 34, 34.0 or 3.4e1. It is read digit by digit, since a double holds no more than 2⁵³ exactly.
    /// </summary>
    public static bool TryParseWhole(ReadOnlySpan<byte> text, bool decimalComma, out long number)
    {
        if (Utf8Parser.TryParse(text, out number, out var length) && length == text.Length)
            return number >= 0;
        number = 0;
        return TryParse(text, decimalComma, out _)
            && NumberText.Shortest(Encoding.ASCII.GetString(text), decimalComma ? ',' : '.') is { } digits
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether a number that is not among those is whole, but too large.</summary>
    public static bool IsBeyondWhole(ReadOnlySpan<byte> text, bool decimalComma) =>
        (TryParse(text, decimalComma, out var number) && number >= long.MaxValue) || (IsBeyondDouble(text, decimalComma) && text[0] != '-');

    /// <summary>A number as a whole one, if it is one from 0 to 10¹².</summary>
    public static bool TryWhole(double value, out long number)
    {
        var isWhole = value is >= 0 and <= LargestFloored && value == Math.Floor(value);
        number = isWhole ? (long)value : 0;
        return isWhole;
    }
}
