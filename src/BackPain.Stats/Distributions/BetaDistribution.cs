namespace BackPain.Stats.Distributions;

/// <summary>The beta distribution with shape parameters a and b; its quantiles are the exact limits of a proportion.</summary>
/// <remarks>
/// Tails by the continued fraction of DiDonato &amp; Morris 1992 (ACM TOMS 18:360, equation 9) in its λ form, evaluated on the side of
/// the mean where it converges; the factor in front of it by <see cref="SaddlePoint"/>; quantiles by Newton's method on the log of the
/// requested tail.
/// </remarks>
/// <param name="A">The first shape parameter, greater than 0.</param>
/// <param name="B">The second shape parameter, greater than 0.</param>
public readonly record struct BetaDistribution(double A, double B)
{
    private BetaDistribution Mirrored() => new(B, A);

    /// <summary>log P(X ≤ p).</summary>
    public double LogLowerTail(UnitPoint at) =>
        SaddlePoint.Lambda(A, B, at) >= 0 ? LogSmallTail(at) : Elementary.Log1p(-Math.Exp(Mirrored().LogSmallTail(at.Mirrored())));

    /// <summary>P(X ≤ p), from 0 to 1.</summary>
    public double LowerTail(UnitPoint at) => Math.Exp(LogLowerTail(at));

    /// <summary>P(X ≥ p), from 0 to 1.</summary>
    public double UpperTail(UnitPoint at) => Mirrored().LowerTail(at.Mirrored());

    /// <summary>The density at p times p(1−p), which is the derivative of the lower tail with respect to the log-odds of p.</summary>
    public double DensityOnLogit(UnitPoint at) => Math.Exp(SaddlePoint.LogBetaKernel(A, B, at));

    /// <summary>Returns the p below which the probability is <paramref name="tail"/>.</summary>
    /// <param name="tail">A probability, greater than 0 and less than 1.</param>
    public double LowerQuantile(double tail) => UnitPoint.FromLogit(LowerQuantileLogit(tail)).P;

    /// <summary>Returns the p above which the probability is <paramref name="tail"/>.</summary>
    /// <param name="tail">A probability, greater than 0 and less than 1.</param>
    public double UpperQuantile(double tail) => UnitPoint.FromLogit(Mirrored().LowerQuantileLogit(tail)).Q;

    /// <summary>Returns the log-odds of the p below which the probability is <paramref name="tail"/>.</summary>
    internal double LowerQuantileLogit(double tail)
    {
        var self = this;
        var target = Math.Log(tail);
        var start = Math.Log(A / B) - (StandardNormal.UpperQuantile(tail) * Math.Sqrt((1 / A) + (1 / B)));
        return RootOnLogit.Rising(
            at =>
            {
                var log = self.LogLowerTail(at);
                return (log - target, Math.Exp(SaddlePoint.LogBetaKernel(self.A, self.B, at) - log));
            },
            start);
    }

    /// <summary>log P(X ≤ p) for a p not above the mean.</summary>
    private double LogSmallTail(UnitPoint at) => SaddlePoint.LogBetaKernel(A, B, at) - Math.Log(ContinuedFraction(at));

    /// <summary>β₁ + α₂/(β₂ + α₃/(β₃ + …)), by Lentz's method.</summary>
    private double ContinuedFraction(UnitPoint at)
    {
        var (x, y) = (at.P, at.Q);
        var lambda = SaddlePoint.Lambda(A, B, at);
        var f = A / (A + 1) * (lambda + 1);
        var (c, d) = (f, 0d);
        for (var m = 1; m < 1_000_000; m++)
        {
            var odd = A + (2d * m) - 1;
            var mbx = m * (B - m) * x;
            var alpha = (A + m - 1) / odd * ((A + B + m - 1) / odd) * mbx * x;
            var beta = m + (mbx / odd) + ((A + m) / (odd + 2) * (lambda + 1 + (m * (1 + y))));
            d = 1 / (beta + (alpha * d));
            c = beta + (alpha / c);
            var factor = c * d;
            f *= factor;
            if (Math.Abs(factor - 1) < 3e-16)
                break;
        }
        return f;
    }
}
