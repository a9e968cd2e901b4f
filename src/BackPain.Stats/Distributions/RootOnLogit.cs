namespace BackPain.Stats.Distributions;

/// <summary>Solves f(p) = 0 for a proportion p on the log-odds scale, to full double precision.</summary>
/// <remarks>
/// Newton's step if it stays inside the bracket, bisection otherwise. An error dt in the log-odds is a relative error q·dt in p, so
/// small proportions are as accurate as large ones.
/// </remarks>
public static class RootOnLogit
{
    private const double Furthest = 700;
    private const double LastDigit = 1e-16;
    private const double Noise = 1e-11;

    /// <summary>Finds the log-odds at which an increasing function changes sign.</summary>
    /// <param name="function">Returns the value at a point and the slope with respect to the log-odds.</param>
    /// <param name="start">The starting point, as log-odds.</param>
    /// <param name="lower">Log-odds at which the function is known to be negative.</param>
    /// <param name="upper">Log-odds at which the function is known to be positive.</param>
    /// <returns>The log-odds of the root.</returns>
    public static double Rising(
        Func<UnitPoint, (double Value, double Slope)> function, double start, double lower = -Furthest, double upper = Furthest)
    {
        var t = Math.Clamp(start, lower, upper);
        var lastStep = double.PositiveInfinity;
        for (var i = 0; i < 200; i++)
        {
            var (value, slope) = function(UnitPoint.FromLogit(t));
            if (value == 0)
                return t;
            var step = -value / slope;
            // Converged, or as close as rounding noise in the function allows; checked before the bracket can override the step.
            if (t + step == t || Math.Abs(step) <= LastDigit || (Math.Abs(step) < Noise && Math.Abs(step) >= 0.5 * lastStep))
                return t;
            lastStep = Math.Abs(step);
            if (value < 0)
                lower = t;
            else
                upper = t;
            t = t + step > lower && t + step < upper ? t + step : 0.5 * (lower + upper);
            if (t == lower || t == upper)
                return t;
        }
        return t;
    }
}
