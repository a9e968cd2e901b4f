using MathNet.Numerics;

namespace BackPain.Stats.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class StandardNormal
{
    private static readonly double Sqrt2 = Math.Sqrt(2);

    /// <summary>Returns the z above which the probability is <paramref name="tail"/>: z = Φ⁻¹(1 − tail) = √2·erfc⁻¹(2·tail).</summary>
    /// <param name="tail">A probability, greater than 0 and less than 1.</param>
    public static double UpperQuantile(double tail) => Sqrt2 * SpecialFunctions.ErfcInv(2 * tail);

    /// <summary>P(Z ≥ z) = ½·erfc(z/√2).</summary>
    public static double UpperTail(double z) => 0.5 * SpecialFunctions.Erfc(z / Sqrt2);
}
