using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The exact probability that a method's interval contains the true proportion, summarized over all true proportions.</summary>
/// <remarks>
/// C(p) = Σ P(X=x | n,p) over the x whose interval contains p (Brown, Cai &amp; DasGupta 2001). C jumps at the limits; between two
/// adjacent limits it falls, rises, or rises and then falls, so it is lowest next to a limit. The mean over p is exact as well,
/// because ∫ P(X=x) dp from L to U is the difference of two beta probabilities divided by n+1.
/// </remarks>
/// <param name="Mean">The mean of C over p from 0 to 1.</param>
/// <param name="Minimum">The infimum of C, whether or not C attains it.</param>
/// <param name="MinimumAt">The smallest p at which C reaches, or approaches, the minimum.</param>
public readonly record struct Coverage(double Mean, double Minimum, double MinimumAt)
{
    private const double Rounding = 1e-13;

    /// <summary>Computes the coverage of a method for simple random samples of <paramref name="persons"/> persons.</summary>
    public static Coverage Of(IntervalMethod method, int persons, ConfidenceLevel level)
    {
        var intervals = Enumerable.Range(0, persons + 1).Select(x => method.Around(new Proportion(x, persons), level)).ToArray();
        var mean = intervals.Select((interval, x) => Between(interval, new BetaDistribution(x + 1, persons - x + 1))).Sum() / (persons + 1);
        var limits = intervals.SelectMany(interval => new[] { interval.Lower, interval.Upper }).Concat([0, 1]).Distinct().Order().ToArray();
        var (minimum, at) = (2d, 0d);
        for (var i = 0; i + 1 < limits.Length; i++)
        {
            // Limits that differ only by rounding error leave no room between them for a true proportion.
            if (limits[i + 1] - limits[i] <= Rounding * limits[i + 1])
                continue;
            foreach (var p in new[] { limits[i], limits[i + 1] })
            {
                var coverage = Within(intervals, limits[i], limits[i + 1], BinomialDistribution.With(persons, p));
                if (coverage < minimum - Rounding)
                    (minimum, at) = (coverage, p);
            }
        }
        return new Coverage(mean, minimum, at);
    }

    private static double Between(ConfidenceInterval interval, BetaDistribution beta) =>
        beta.LowerTail(new UnitPoint(interval.Upper, 1 - interval.Upper))
        - beta.LowerTail(new UnitPoint(interval.Lower, 1 - interval.Lower));

    /// <summary>
    /// Returns the probability of all x whose interval covers the gap between two adjacent limits, summed over runs of consecutive x.
    /// </summary>
    private static double Within(ConfidenceInterval[] intervals, double from, double to, BinomialDistribution binomial)
    {
        var sum = 0d;
        for (var x = 0; x < intervals.Length; x++)
        {
            var first = x;
            while (x < intervals.Length && intervals[x].Lower <= from && intervals[x].Upper >= to)
                x++;
            if (x > first)
                sum += binomial.AtLeast(first) - binomial.AtLeast(x);
        }
        return sum;
    }
}
