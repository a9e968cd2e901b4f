namespace BackPain.Stats.Distributions;

/// <summary>
/// The number of cases in the first of two groups when all margins of the 2 × 2 table are fixed: hypergeometric, and noncentral
/// hypergeometric for an odds ratio other than 1.
/// </summary>
/// <param name="N1">The persons of the first group, at least 1.</param>
/// <param name="N2">The persons of the second group, at least 1.</param>
/// <param name="M">The cases of both groups.</param>
public readonly record struct Hypergeometric(long N1, long N2, long M)
{
    private const double Negligible = 1e-19;

    /// <summary>The fewest cases that the first group can have.</summary>
    public long Lowest => Math.Max(0, M - N2);

    /// <summary>The most cases that the first group can have.</summary>
    public long Highest => Math.Min(N1, M);

    /// <summary>P(X = k) at odds ratio 1, as the product of two binomial probabilities divided by a third (Loader 2000).</summary>
    public double At(long k)
    {
        var (p, q) = ((double)M / (N1 + N2), (double)(N1 + N2 - M) / (N1 + N2));
        return Math.Exp(LogBinomial(k, N1, p, q) + LogBinomial(M - k, N2, p, q) - LogBinomial(M, N1 + N2, p, q));
    }

    /// <summary>Σ P(X = i)/P(X = k) over i &gt; k, at an odds ratio.</summary>
    public double AboveRelative(long k, double oddsRatio)
    {
        var (sum, term) = (0d, 1d);
        for (var i = k; i < Highest; i++)
        {
            var factor = (double)(N1 - i) / (i + 1) * ((double)(M - i) / (N2 - M + i + 1)) * oddsRatio;
            term *= factor;
            sum += term;
            if ((factor < 1 && term < Negligible * sum) || double.IsPositiveInfinity(sum))
                break;
        }
        return sum;
    }

    /// <summary>Σ P(X = i)/P(X = k) over i &lt; k, at an odds ratio.</summary>
    public double BelowRelative(long k, double oddsRatio) =>
        new Hypergeometric(N1, N2, N1 + N2 - M).AboveRelative(N1 - k, 1 / oddsRatio);

    private static double LogBinomial(double x, double n, double p, double q)
    {
        if (x == 0)
            return q == 0 ? 0 : n * Elementary.Log1p(-p);
        if (x == n)
            return p == 0 ? 0 : n * Elementary.Log1p(-q);
        return SaddlePoint.StirlingError(n) - SaddlePoint.StirlingError(x) - SaddlePoint.StirlingError(n - x)
            - SaddlePoint.Deviance(x, n * p, x - (n * p)) - SaddlePoint.Deviance(n - x, n * q, n - x - (n * q))
            + (0.5 * Math.Log(n / (2 * Math.PI * x * (n - x))));
    }
}
