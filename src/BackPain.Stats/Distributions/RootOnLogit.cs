namespace BackPain.Stats.Distributions;

/// <summary>Solves f(p) = 0 for a proportion p, on the scale of log-odds, to the last digit a double can hold.</summary>
/// <remarks>
/// Newton's step wherever it stays inside the bracket, halving where it does not. An error dt in the log-odds is an error
/// q·dt relative to p, so small proportions come out as exactly as large ones.
/// </remarks>
public static class RootOnLogit
{
    private const double Furthest = 700;
    private const double LastDigit = 1e-16;
    private const double Noise = 1e-11;

    /// <summary>Finds the log-odds at which a function changes sign from negative to positive.</summary>
    /// <param name="function">The value and the slope with respect to the log-odds, at a point given by both its sides.</param>
    /// <param name="start">Where to start, as log-odds.</param>
    /// <param name="lower">Log-odds at which the function is known to be negative.</param>
    /// <param name="upper">Log-odds at which the function is known to be positive.</param>
    /// <returns>The log-odds of the root.</returns>
    public static double Rising(Func<UnitPoint, (double Value, double Slope)> function, double start, double lower = -Furthest, double upper = Furthest)
    {
        var t = Math.Clamp(start, lower, upper);
        var lastStep = double.PositiveInfinity;
        for (var i = 0; i < 200; i++)
        {
            var (value, slope) = function(UnitPoint.FromLogit(t));
            if (value == 0)
                return t;
            var step = -value / slope;
            // Converged, or as close as the noise of the function allows: this is asked before the bracket may overrule the step.
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
