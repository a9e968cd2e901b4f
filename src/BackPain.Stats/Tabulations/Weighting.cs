namespace BackPain.Stats.Tabulations;

/// <summary>The sampling weights of a tabulation; without them every person counts once.</summary>
/// <param name="Name">The column of the sampling weights.</param>
/// <param name="Replicates">The replicate weights; empty if the variance is not estimated from replicates.</param>
public sealed record Weighting(string Name, IReadOnlyList<Replicate> Replicates)
{
    /// <summary>The rank of the matrix of replicate weights.</summary>
    public ReplicateRank ReplicateRank { get; init; } = Replicates.Count == 0 ? ReplicateRank.None : ReplicateRank.Unknown;

    /// <summary>Creates weights without replicates.</summary>
    public Weighting(string name)
        : this(name, [])
    {
    }

    /// <summary>Whether the replicate weights look like factors by which the sampling weights have yet to be multiplied.</summary>
    public bool ReplicatesLookLikeFactors { get; init; }

    /// <summary>Whether the weights were not given but inferred from the finite populations.</summary>
    public bool IsInferred { get; init; }

    /// <summary>
    /// Returns whether sums by these and by other weights may be added: they have the same column and the same replicates.
    /// </summary>
    public bool AddsUpWith(Weighting other) => Name == other.Name && Replicates.SequenceEqual(other.Replicates);
}

/// <summary>One column of replicate weights.</summary>
/// <param name="Name">The column of the replicate weights.</param>
/// <param name="Scale">c in V = Σ c (θᵣ − θ)², the factor of the squared deviation of this replicate.</param>
public readonly record struct Replicate(string Name, double Scale)
{
    /// <summary>The largest scale; the sum over any number of replicates then stays finite.</summary>
    public const double LargestScale = 1e100;
}
