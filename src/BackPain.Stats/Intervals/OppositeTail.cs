using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The probability of at most k cases, the tail opposite to x in the acceptability of a p below p̂.</summary>
/// <remarks>k lies below x by whole persons, so that n − k is as exact as the non-cases of the sample, also beyond 2⁵³.</remarks>
/// <param name="K">k; −1 if the tail is empty.</param>
/// <param name="Rest">n − k.</param>
internal readonly record struct OppositeTail(double K, double Rest)
{
    /// <summary>The tail with one more case.</summary>
    public OppositeTail Next => new(K + 1, Rest - 1);

    /// <summary>The distribution whose upper tail this is.</summary>
    public BetaDistribution AtMost => new(K + 1, Rest);

    /// <summary>P(X≤k).</summary>
    public double At(UnitPoint p) => K < 0 ? 0 : Rest <= 0 ? 1 : AtMost.UpperTail(p);

    /// <summary>Returns the largest tail below x that does not exceed <paramref name="most"/>.</summary>
    public static OppositeTail Largest(EffectiveSample sample, UnitPoint at, double most)
    {
        var above = Math.Ceiling(sample.X);
        var (inside, outside) = (above + 1, 0d);
        while (inside - outside > 1)
        {
            var middle = Math.Floor((inside + outside) / 2);
            // Above 2⁵³ not every integer is representable as a double, and adjacent doubles may be more than 1 apart.
            if (middle == inside || middle == outside)
                break;
            if (Below(middle).At(at) <= most)
                inside = middle;
            else
                outside = middle;
        }
        return Below(inside);

        OppositeTail Below(double persons) => new(above - persons, sample.NonCases - (above - sample.X) + persons);
    }
}
