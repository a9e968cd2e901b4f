using System.Globalization;
using System.Numerics;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>A sum of doubles in whole multiples of the smallest of them, 2⁻¹⁰⁷⁴, so that nothing is rounded before it is written.</summary>
internal sealed class ExactSum
{
    private const int Places = 1074;
    private const int DigitsOfDouble = 53;

    // Two doubles hold 106. Fewer are written, so that it does not matter how the last of these were rounded; and more than one double holds,
    // since a sum of decimals may lie halfway between two doubles but for the last of the 106.
    private const int DigitsWritten = 80;

    private BigInteger units;

    /// <summary>The sum of these.</summary>
    public static ExactSum Of(params ReadOnlySpan<double> values)
    {
        var sum = new ExactSum();
        foreach (var value in values)
            sum.Add(value);
        return sum;
    }

    /// <summary>Adds a double, all of it.</summary>
    public void Add(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, digits) = ((int)((bits >> (DigitsOfDouble - 1)) & 0x7FF), bits & ((1L << (DigitsOfDouble - 1)) - 1));
        var size = exponent == 0 ? digits : (BigInteger)(digits | (1L << (DigitsOfDouble - 1))) << (exponent - 1);
        units += value < 0 ? -size : size;
    }

    /// <summary>A whole number, p and the power of two that it is to be multiplied by: 2.5 is 5p-1.</summary>
    public override string ToString()
    {
        if (units.IsZero)
            return "0";
        var excess = Math.Max(0, (int)BigInteger.Abs(units).GetBitLength() - DigitsWritten);
        var half = (BigInteger.One << excess) / 2;
        var (kept, power) = ((units + half) >> excess, excess - Places);
        for (; kept.IsEven; kept >>= 1)
            power++;
        return string.Create(CultureInfo.InvariantCulture, $"{kept}p{power}");
    }
}
