namespace BackPain.Stats.Distributions;

/// <summary>The chi-squared distribution.</summary>
/// <param name="DegreesOfFreedom">A whole number, at least 1.</param>
public readonly record struct ChiSquared(int DegreesOfFreedom)
{
    /// <summary>P(χ² ≥ x).</summary>
    /// <remarks>
    /// With λ = x/2 the sum of λᵃe^(−λ)/Γ(a+1) over a = ν/2 − 1, ν/2 − 2, … down to 0 or ½, and for odd ν in addition 2(1 − Φ(√x)):
    /// positive terms only, so small tails are as accurate as large ones.
    /// </remarks>
    public double UpperTail(double x)
    {
        if (x <= 0)
            return 1;
        var lambda = x / 2;
        var sum = DegreesOfFreedom % 2 == 0 ? 0 : 2 * StandardNormal.UpperTail(Math.Sqrt(x));
        var a = (DegreesOfFreedom / 2d) - 1;
        if (a < 0)
            return sum;
        for (var term = Math.Exp(LogGammaKernel(a, lambda)); a >= 0; a--)
        {
            sum += term;
            term *= a / lambda;
        }
        return Math.Min(1, sum);
    }

    /// <summary>Returns log(λᵃe^(−λ)/Γ(a+1)), for a ≥ 0.</summary>
    private static double LogGammaKernel(double a, double lambda) => a == 0
        ? -lambda
        : -SaddlePoint.StirlingError(a) - SaddlePoint.Deviance(a, lambda, a - lambda) - (0.5 * Math.Log(2 * Math.PI * a));
}
