namespace BackPain.Stats.Statistics;

/// <summary>A cell of a tabulation and what one unit of weight in it adds to a statistic.</summary>
/// <param name="Cell">The index of the cell.</param>
/// <param name="Score">The value of the influence function there.</param>
public readonly record struct ScoredCell(int Cell, double Score);

/// <summary>
/// Whatever is estimated from a sample, as far as its variance depends on it: its value, its influence function, and its value by each
/// set of replicate weights.
/// </summary>
/// <remarks>
/// To first order a statistic is a sum over persons, Σ w·z, where z is the influence of one unit of weight (Demnati &amp; Rao 2004,
/// Surv Methodol 30:17). A variance needs to know nothing else of it, so a proportion, a difference and a regression coefficient are
/// all treated alike. A cell belongs to a statistic if the statistic is about its persons, even if their score is 0: they count for the
/// degrees of freedom.
/// </remarks>
public abstract class LinearizedStatistic
{
    /// <summary>The estimate by the full weights.</summary>
    public abstract double Value { get; }

    /// <summary>How many cells belong to it.</summary>
    public abstract int CellCount { get; }

    /// <summary>A cell that belongs to it and its score.</summary>
    /// <param name="index">From 0 to <see cref="CellCount"/>, in the order of the tabulation.</param>
    public abstract ScoredCell CellAt(int index);

    /// <summary>The estimate by one set of replicate weights; NaN if these leave nobody to estimate from.</summary>
    /// <param name="replicate">The index of the replicate.</param>
    public abstract double ByReplicate(int replicate);
}
