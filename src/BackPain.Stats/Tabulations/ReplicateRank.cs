namespace BackPain.Stats.Tabulations;

/// <summary>
/// The rank of the replicate weights over the persons of a sample: known, unknown, or not applicable. Callers have to handle all cases.
/// </summary>
public abstract record ReplicateRank
{
    private ReplicateRank()
    {
    }

    /// <summary>There are no replicate weights.</summary>
    public static ReplicateRank None { get; } = new NoReplicates();

    /// <summary>The replicate weights were given as sums, from which their rank cannot be determined.</summary>
    public static ReplicateRank Unknown { get; } = new NotKnown();

    /// <summary>Creates a known rank.</summary>
    /// <param name="rank">From 0 to the number of replicates.</param>
    public static ReplicateRank Of(int rank) => new Known(rank);

    /// <summary>Returns the result of the function for the case that applies.</summary>
    public abstract T Match<T>(Func<int, T> known, Func<T> unknown, Func<T> none);

    private sealed record Known(int Rank) : ReplicateRank
    {
        public override T Match<T>(Func<int, T> known, Func<T> unknown, Func<T> none) => known(Rank);
    }

    private sealed record NotKnown : ReplicateRank
    {
        public override T Match<T>(Func<int, T> known, Func<T> unknown, Func<T> none) => unknown();
    }

    private sealed record NoReplicates : ReplicateRank
    {
        public override T Match<T>(Func<int, T> known, Func<T> unknown, Func<T> none) => none();
    }
}
