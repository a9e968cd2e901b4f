using System.Numerics;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>A sum of doubles in whole multiples of the smallest of them, 2⁻¹⁰⁷⁴, so that nothing is rounded before it is asked for.</summary>
internal sealed class ExactSum
{
    private const int Places = 1074;
    private const int Digits = 53;

    private BigInteger units;

    /// <summary>The nearest double; of two that are as near, the even one.</summary>
    public double Value
    {
        get
        {
            var size = BigInteger.Abs(units);
            var excess = Math.Max(0, (int)size.GetBitLength() - Digits);
            var (kept, rest) = BigInteger.DivRem(size, BigInteger.One << excess);
            var half = (BigInteger.One << excess) / 2;
            if (excess > 0 && (rest > half || (rest == half && !kept.IsEven)))
                kept++;
            return units.Sign * Math.ScaleB((double)(long)kept, excess - Places);
        }
    }

    /// <summary>Adds a double, all of it.</summary>
    public void Add(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, digits) = ((int)((bits >> (Digits - 1)) & 0x7FF), bits & ((1L << (Digits - 1)) - 1));
        var size = exponent == 0 ? digits : (BigInteger)(digits | (1L << (Digits - 1))) << (exponent - 1);
        units += value < 0 ? -size : size;
    }
}
