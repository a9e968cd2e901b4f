using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Families;

/// <summary>How the p values of a family of comparisons are adjusted for their number.</summary>
public abstract class Multiplicity
{
    /// <summary>The canonical name, as typed on the command line and printed in machine-readable output.</summary>
    public abstract string Name { get; }

    /// <summary>The name used in running text, such as "Holm".</summary>
    public abstract string Title { get; }

    /// <summary>The formula of the adjusted p value, on one line; p₁ ≤ p₂ ≤ … ≤ pₘ.</summary>
    public abstract string Formula { get; }

    /// <summary>What it controls.</summary>
    public abstract string Controls { get; }

    /// <summary>The publication that it is taken from; null if nothing is adjusted.</summary>
    public abstract Reference? Reference { get; }

    /// <summary>Returns the adjusted p values, in the order given: no smaller than the p values and at most 1.</summary>
    /// <param name="ps">The p values of the family, from 0 to 1.</param>
    public IReadOnlyList<double> Adjust(IReadOnlyList<double> ps)
    {
        var order = Enumerable.Range(0, ps.Count).OrderBy(i => ps[i]).ToArray();
        var raw = order.Select((index, i) => Math.Min(1, Raw(ps[index], i + 1, ps.Count))).ToArray();
        MakeMonotone(raw);
        var adjusted = new double[ps.Count];
        for (var i = 0; i < order.Length; i++)
            adjusted[order[i]] = raw[i];
        return adjusted;
    }

    /// <summary>
    /// The level at which each interval of a family is computed so that all of them together have the nominal level; null if there are no
    /// such intervals.
    /// </summary>
    /// <param name="level">The nominal level.</param>
    /// <param name="comparisons">The number of comparisons, at least 1.</param>
    public virtual ConfidenceLevel? SimultaneousLevel(ConfidenceLevel level, int comparisons) => null;

    /// <summary>Returns the name, as a user types it.</summary>
    public override string ToString() => Name;

    /// <summary>The adjusted p value before it is made monotone.</summary>
    /// <param name="p">The p value.</param>
    /// <param name="rank">Its rank, 1 for the smallest.</param>
    /// <param name="count">m, the size of the family.</param>
    protected abstract double Raw(double p, int rank, int count);

    /// <summary>Makes sorted p values rise; a procedure that steps up overrides it.</summary>
    protected virtual void MakeMonotone(double[] sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
            sorted[i] = Math.Max(sorted[i], sorted[i - 1]);
    }

    /// <summary>Makes sorted p values rise by lowering them, from the largest downward.</summary>
    protected static void StepUp(double[] sorted)
    {
        for (var i = sorted.Length - 2; i >= 0; i--)
            sorted[i] = Math.Min(sorted[i], sorted[i + 1]);
    }
}
