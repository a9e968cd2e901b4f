using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>A number stored as the sum of two doubles, so that a total does not depend on the order or the number of its parts.</summary>
/// <remarks>Knuth's two-sum; the other operations follow Dekker 1971 (Numer Math 18:224), with products by fused multiply–add.</remarks>
/// <param name="High">The number rounded to a double.</param>
/// <param name="Low">The rounding error.</param>
public readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>The number as a double.</summary>
    public double Value => High + Low;

    /// <summary>Converts a whole number exactly; a double alone holds no more than 53 bits of it.</summary>
    public static DoubleDouble Of(long number)
    {
        double high = number;
        return new DoubleDouble(high, (double)((Int128)number - (Int128)high));
    }

    /// <summary>Converts a double exactly.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>Adds two numbers.</summary>
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (s, e) = TwoSum(a.High, b.High);
        var (t, f) = TwoSum(a.Low, b.Low);
        (s, e) = FastTwoSum(s, e + t);
        (s, e) = FastTwoSum(s, e + f);
        return new DoubleDouble(s, e);
    }

    /// <summary>Adds a double; equal to the addition of two numbers, but faster.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        var (s, e) = TwoSum(a.High, b);
        (s, e) = FastTwoSum(s, e + a.Low);
        return new DoubleDouble(s, e);
    }

    /// <summary>Subtracts two numbers.</summary>
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + new DoubleDouble(-b.High, -b.Low);

    /// <summary>Multiplies two numbers.</summary>
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = a.High * b.High;
        var (p, e) = FastTwoSum(product, Math.FusedMultiplyAdd(a.High, b.High, -product) + ((a.High * b.Low) + (a.Low * b.High)));
        return new DoubleDouble(p, e);
    }

    /// <summary>Divides two numbers.</summary>
    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.High / b.High;
        var rest = a - (b * first);
        var (q, e) = FastTwoSum(first, rest.Value / b.High);
        return new DoubleDouble(q, e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sum, double Error) FastTwoSum(double a, double b)
    {
        var sum = a + b;
        return (sum, b - (sum - a));
    }
}
