namespace BackPain.Stats.Tabulations;

/// <summary>The replicate weights that are added to a cell: their sums and, if known, the individual rows.</summary>
/// <param name="sums">The sum of each replicate weight; empty if there are none.</param>
/// <param name="line">The line number if these are the weights of a single row; otherwise 0.</param>
public readonly ref struct ReplicateWeights(ReadOnlySpan<DoubleDouble> sums, long line = 0)
{
    /// <summary>The sum of each replicate weight; empty if there are none.</summary>
    public ReadOnlySpan<DoubleDouble> Sums { get; } = sums;

    /// <summary>The line number if these are the weights of a single row; otherwise 0.</summary>
    internal long Line { get; } = line;

    /// <summary>The rows of the persons of another cell; null if they are unknown.</summary>
    internal ReplicateRows? Rows { get; init; }

    /// <summary>Converts sums whose individual rows are unknown.</summary>
    public static implicit operator ReplicateWeights(ReadOnlySpan<DoubleDouble> sums) => new(sums);

    /// <summary>Converts sums whose individual rows are unknown.</summary>
    public static implicit operator ReplicateWeights(DoubleDouble[] sums) => new(sums);
}
