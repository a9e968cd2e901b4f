namespace BackPain.Stats.Tabulations;

/// <summary>
/// What is known of the rank of the replicate weights over the persons of a sample: one of three cases, each of which a caller has to handle.
/// </summary>
public abstract record ReplicateRank
{
    private ReplicateRank()
    {
    }

    /// <summary>There are no replicate weights.</summary>
    public static ReplicateRank None { get; } = new NoReplicates();

    /// <summary>The replicate weights came as sums that do not tell their rank.</summary>
    public static ReplicateRank Unknown { get; } = new NotKnown();

    /// <summary>The rank is known.</summary>
    /// <param name="rank">From 0 to the number of replicates.</param>
    public static ReplicateRank Of(int rank) => new Known(rank);

    /// <summary>The answer for the case that holds.</summary>
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
