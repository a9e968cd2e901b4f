namespace BackPain.Stats.Distributions;

/// <summary>The gamma distribution of scale 1; its quantiles are the exact limits of a Poisson count.</summary>
/// <remarks>
/// The lower tail by its power series below the mean, the upper tail by its continued fraction above it (Gautschi 1979, ACM TOMS 5:466),
/// the factor in front of both by <see cref="SaddlePoint"/>; quantiles by Newton's method on the log of the requested tail.
/// </remarks>
/// <param name="Shape">The shape a, greater than 0.</param>
public readonly record struct GammaDistribution(double Shape)
{
    private const double LastDigit = 3e-16;

    /// <summary>log P(X ≤ x).</summary>
    public double LogLowerTail(double x) =>
        x < Shape + 1 ? LogSeries(x) : Elementary.Log1p(-Math.Exp(LogFraction(x)));

    /// <summary>log P(X ≥ x).</summary>
    public double LogUpperTail(double x) =>
        x < Shape + 1 ? Elementary.Log1p(-Math.Exp(LogSeries(x))) : LogFraction(x);

    /// <summary>Returns the x below which the probability is <paramref name="tail"/>.</summary>
    /// <param name="tail">A probability, greater than 0 and less than 1.</param>
    public double LowerQuantile(double tail)
    {
        var self = this;
        return Solve(
            -StandardNormal.UpperQuantile(tail),
            x => self.LogLowerTail(x) is var log ? (log - Math.Log(tail), Math.Exp(self.LogKernel(x) - log)) : default);
    }

    /// <summary>Returns the x above which the probability is <paramref name="tail"/>.</summary>
    /// <param name="tail">A probability, greater than 0 and less than 1.</param>
    public double UpperQuantile(double tail)
    {
        var self = this;
        return Solve(
            StandardNormal.UpperQuantile(tail),
            x => self.LogUpperTail(x) is var log ? (Math.Log(tail) - log, Math.Exp(self.LogKernel(x) - log)) : default);
    }

    /// <summary>log of xᵃ e⁻ˣ / Γ(a), which is the density with respect to log x.</summary>
    internal double LogKernel(double x) =>
        (0.5 * Math.Log(Shape / (2 * Math.PI))) - SaddlePoint.StirlingError(Shape) - SaddlePoint.Deviance(Shape, x, Shape - x);

    /// <summary>Solves an increasing function of log x for its root.</summary>
    /// <param name="z">
    /// The normal quantile of the tail, from which the search starts by the cube-root formula of Wilson and Hilferty.
    /// </param>
    /// <param name="function">The value at x and the slope with respect to log x.</param>
    internal double Solve(double z, Func<double, (double Value, double Slope)> function)
    {
        var cubeRoot = 1 - (1 / (9 * Shape)) + (z / (3 * Math.Sqrt(Shape)));
        var t = Math.Log(Shape) + (cubeRoot > 0.1 ? 3 * Math.Log(cubeRoot) : z / Math.Sqrt(Shape));
        var (lower, upper) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < 200; i++)
        {
            var (value, slope) = function(Math.Exp(t));
            if (value < 0)
                lower = t;
            else
                upper = t;
            // A step of more than one would leave the region where the slope tells anything.
            var step = Math.Clamp(-value / slope, -1, 1);
            var next = t + step;
            if (!(next > lower && next < upper))
                next = double.IsFinite(lower + upper) ? 0.5 * (lower + upper) : t + Math.Sign(step);
            if (Math.Abs(next - t) <= LastDigit * Math.Max(1, Math.Abs(t)))
                return Math.Exp(next);
            t = next;
        }
        return Math.Exp(t);
    }

    /// <summary>log of kernel/a · Σ xⁿ/((a+1)…(a+n)).</summary>
    private double LogSeries(double x)
    {
        if (x == 0)
            return double.NegativeInfinity;
        var (term, sum) = (1d, 1d);
        for (var n = 1; n < 10_000_000 && term > LastDigit * sum; n++)
        {
            term *= x / (Shape + n);
            sum += term;
        }
        return LogKernel(x) - Math.Log(Shape) + Math.Log(sum);
    }

    /// <summary>log of kernel / (x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))), by Lentz's method.</summary>
    private double LogFraction(double x)
    {
        var b = x + 1 - Shape;
        var (c, d) = (double.MaxValue, 1 / b);
        var f = d;
        for (var n = 1; n < 10_000_000; n++)
        {
            var a = -n * (n - Shape);
            b += 2;
            d = 1 / (b + (a * d));
            c = b + (a / c);
            f *= c * d;
            if (Math.Abs((c * d) - 1) < LastDigit)
                break;
        }
        return LogKernel(x) + Math.Log(f);
    }
}
