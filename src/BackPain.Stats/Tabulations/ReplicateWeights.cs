namespace BackPain.Stats.Tabulations;

/// <summary>The replicate weights of what is added to a cell: their sums, and what is known of them row by row.</summary>
/// <param name="sums">The sum of each replicate weight; empty where there are none.</param>
/// <param name="line">The line where these are the weights of a single person; else 0.</param>
public readonly ref struct ReplicateWeights(ReadOnlySpan<DoubleDouble> sums, long line = 0)
{
    /// <summary>The sum of each replicate weight; empty where there are none.</summary>
    public ReadOnlySpan<DoubleDouble> Sums { get; } = sums;

    /// <summary>The line where these are the weights of a single person; else 0.</summary>
    internal long Line { get; } = line;

    /// <summary>The rows of the persons of another cell; null where they are not known.</summary>
    internal ReplicateRows? Rows { get; init; }

    /// <summary>Sums of which no single row is known.</summary>
    public static implicit operator ReplicateWeights(ReadOnlySpan<DoubleDouble> sums) => new(sums);

    /// <summary>Sums of which no single row is known.</summary>
    public static implicit operator ReplicateWeights(DoubleDouble[] sums) => new(sums);
}
