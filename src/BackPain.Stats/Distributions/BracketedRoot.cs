namespace BackPain.Stats.Distributions;

/// <summary>Solves f(x) = 0 between two points where f has opposite signs.</summary>
/// <remarks>Chandrupatla 1997, Adv Eng Softw 28:145: inverse quadratic interpolation where it is safe, bisection elsewhere.</remarks>
public static class BracketedRoot
{
    private const double LastDigit = 2.3e-16;

    /// <summary>Finds the root to the last digits of a double.</summary>
    /// <param name="function">A continuous function.</param>
    /// <param name="from">One end of the bracket.</param>
    /// <param name="to">The other end, where the function has the opposite sign.</param>
    public static double Of(Func<double, double> function, double from, double to)
    {
        var (a, b) = (to, from);
        var (fa, fb) = (function(a), function(b));
        var (c, fc) = (a, fa);
        var t = 0.5;
        for (var i = 0; i < 400; i++)
        {
            var x = a + (t * (b - a));
            var fx = function(x);
            if (Math.Sign(fx) == Math.Sign(fa))
                (c, fc, a, fa) = (a, fa, x, fx);
            else
                (c, fc, b, fb, a, fa) = (b, fb, a, fa, x, fx);
            var (best, fbest) = Math.Abs(fa) < Math.Abs(fb) ? (a, fa) : (b, fb);
            var tolerance = LastDigit * Math.Abs(best) / Math.Abs(b - a);
            if (fbest == 0 || tolerance > 0.5 || a == b || double.IsNaN(fx))
                return best;
            t = Math.Clamp(Step(a, fa, b, fb, c, fc), tolerance, 1 - tolerance);
        }
        return Math.Abs(fa) < Math.Abs(fb) ? a : b;
    }

    /// <summary>Widens a bracket upward and downward from a start, for a falling function of an unlimited argument.</summary>
    /// <param name="function">A function that falls from positive to negative.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="step">The first step, doubled after each.</param>
    public static double Falling(Func<double, double> function, double start, double step)
    {
        var (lower, upper) = (start, start);
        for (var width = step; lower > -Furthest && function(lower) < 0; width *= 2)
            (upper, lower) = (lower, lower - width);
        for (var width = step; upper < Furthest && function(upper) > 0; width *= 2)
            (lower, upper) = (upper, upper + width);
        return lower == upper ? start : Of(function, lower, upper);
    }

    private const double Furthest = 1500;

    private static double Step(double a, double fa, double b, double fb, double c, double fc)
    {
        var xi = (a - b) / (c - b);
        var phi = (fa - fb) / (fc - fb);
        return phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
            ? (fa / (fb - fa) * (fc / (fb - fc))) + ((c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb)))
            : 0.5;
    }
}
