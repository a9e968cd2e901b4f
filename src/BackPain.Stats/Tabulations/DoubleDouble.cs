using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>A sum carried in two doubles, so that it comes out the same in whatever order, and from however many parts, it is added.</summary>
/// <remarks>Two-sum of Knuth; the other operations as in Dekker 1971 (Numer Math 18:224), products by a fused multiplication and addition.</remarks>
/// <param name="High">The sum, rounded.</param>
/// <param name="Low">What rounding left out.</param>
public readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>The sum as one double.</summary>
    public double Value => High + Low;

    /// <summary>A double as a sum of one.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The sum of two sums, with both parts of each.</summary>
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (s, e) = TwoSum(a.High, b.High);
        var (t, f) = TwoSum(a.Low, b.Low);
        (s, e) = FastTwoSum(s, e + t);
        (s, e) = FastTwoSum(s, e + f);
        return new DoubleDouble(s, e);
    }

    /// <summary>The sum and one more double: what the sum of two sums comes to where one of them is a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        var (s, e) = TwoSum(a.High, b);
        (s, e) = FastTwoSum(s, e + a.Low);
        return new DoubleDouble(s, e);
    }

    /// <summary>The difference of two sums.</summary>
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + new DoubleDouble(-b.High, -b.Low);

    /// <summary>The product of two sums.</summary>
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = a.High * b.High;
        var (p, e) = FastTwoSum(product, Math.FusedMultiplyAdd(a.High, b.High, -product) + ((a.High * b.Low) + (a.Low * b.High)));
        return new DoubleDouble(p, e);
    }

    /// <summary>The quotient of two sums.</summary>
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
