using System.Buffers.Text;
using System.Globalization;

namespace BackPain.Stats.Data.Sources;

/// <summary>Reads numbers as data files write them: no thousands separator, an optional exponent, a point or where declared a comma.</summary>
internal static class Numbers
{
    private const long LargestWhole = 1_000_000_000_000;

    /// <summary>A finite number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, bool decimalComma, out double number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 64 || (decimalComma && text.Contains((byte)'.')))
            return false;
        Span<byte> copy = stackalloc byte[text.Length];
        text.CopyTo(copy);
        if (decimalComma)
            copy.Replace((byte)',', (byte)'.');
        return double.TryParse(copy, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>A whole number, from 0 to 10¹²: 34, or 34.0.</summary>
    public static bool TryParseWhole(ReadOnlySpan<byte> text, bool decimalComma, out long number)
    {
        if (Utf8Parser.TryParse(text, out number, out var length) && length == text.Length)
            return number is >= 0 and <= LargestWhole;
        if (!TryParse(text, decimalComma, out var value) || value < 0 || value > LargestWhole || value != Math.Floor(value))
            return false;
        number = (long)value;
        return true;
    }
}
