namespace BackPain.Stats.Statistics;

/// <summary>A cell of a tabulation with the contribution of one unit of weight in it to a statistic.</summary>
/// <param name="Cell">The index of the cell.</param>
/// <param name="Score">The value of the influence function for the cell.</param>
public readonly record struct ScoredCell(int Cell, double Score);

/// <summary>
/// An estimate from a sample, with all that its variance depends on: its value, its influence function, and its value for each set of
/// replicate weights.
/// </summary>
/// <remarks>
/// To first order a statistic is a sum over persons, Σ w·z, where z is the influence of one unit of weight (Demnati &amp; Rao 2004,
/// Surv Methodol 30:17). A variance needs no other information, so a proportion, a difference and a regression coefficient are treated
/// alike. A cell belongs to a statistic if the statistic concerns its persons, even with a score of 0: they count for the degrees of
/// freedom.
/// </remarks>
public abstract class LinearizedStatistic
{
    /// <summary>The estimate from the full weights.</summary>
    public abstract double Value { get; }

    /// <summary>The number of cells that belong to the statistic.</summary>
    public abstract int CellCount { get; }

    /// <summary>Returns a cell that belongs to the statistic, and its score.</summary>
    /// <param name="index">An index from 0 to <see cref="CellCount"/> − 1, in the order of the tabulation.</param>
    public abstract ScoredCell CellAt(int index);

    /// <summary>Returns the estimate from one set of replicate weights, or NaN if all of these are zero.</summary>
    /// <param name="replicate">The index of the replicate.</param>
    public abstract double ByReplicate(int replicate);
}
