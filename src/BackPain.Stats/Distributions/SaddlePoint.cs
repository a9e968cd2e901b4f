namespace BackPain.Stats.Distributions;

/// <summary>
/// The binomial and beta densities by the saddle-point expansion, which keeps full precision for counts of 10⁹ and beyond.
/// </summary>
/// <remarks>Loader 2000, "Fast and accurate computation of binomial probabilities".</remarks>
internal static class SaddlePoint
{
    /// <summary>Returns the log of xᵃ yᵇ / B(a,b), with y = 1 − x.</summary>
    /// <remarks>
    /// With n = a+b this is ½·log(ab/2πn) + δ(n) − δ(a) − δ(b) − D(a; nx) − D(b; ny), where δ is the error of Stirling's formula and D
    /// the deviance.
    /// </remarks>
    public static double LogBetaKernel(double a, double b, UnitPoint at)
    {
        var n = a + b;
        var lambda = Lambda(a, b, at);
        return (0.5 * Math.Log(a / n * b / (2 * Math.PI))) + StirlingError(n) - StirlingError(a) - StirlingError(b)
            - Deviance(a, n * at.P, lambda) - Deviance(b, n * at.Q, -lambda);
    }

    /// <summary>λ = a − (a+b)x, the distance of the point below the mean on the scale of counts.</summary>
    public static double Lambda(double a, double b, UnitPoint at) => a > b ? ((a + b) * at.Q) - b : a - ((a + b) * at.P);

    /// <summary>D(x; m) = x·log(x/m) + m − x, computed from x, m and their difference.</summary>
    public static double Deviance(double x, double m, double difference)
    {
        if (x == 0)
            return m;
        if (Math.Abs(difference) >= 0.1 * (x + m))
            return (x * Math.Log(x / m)) - difference;
        var v = difference / (x + m);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var j = 3; ; j += 2)
        {
            term *= v * v;
            var next = sum + (term / j);
            // The test for NaN guarantees termination.
            if (next == sum || double.IsNaN(next))
                return next;
            sum = next;
        }
    }

    /// <summary>δ(z) = log Γ(z+1) − (z+½)·log z + z − ½·log 2π, for z &gt; 0.</summary>
    public static double StirlingError(double z)
    {
        var shift = 0d;
        for (; z < 16; z++)
            shift += ((z + 0.5) * Elementary.Log1p(1 / z)) - 1;
        var w = 1 / (z * z);
        return shift + ((1d / 12 - w * (1d / 360 - w * (1d / 1260 - w * (1d / 1680 - w * (1d / 1188 - w * (691d / 360360)))))) / z);
    }
}
