namespace BackPain.Stats.Tabulations;

/// <summary>What the weights of a tabulation are; a tabulation without it counts every person once.</summary>
/// <param name="Name">The column of weights.</param>
/// <param name="Replicates">The replicate weights; empty where the variance does not come from replicates.</param>
public sealed record Weighting(string Name, IReadOnlyList<Replicate> Replicates)
{
    /// <summary>The rank of the replicate weights, person by person.</summary>
    public ReplicateRank ReplicateRank { get; init; } = Replicates.Count == 0 ? ReplicateRank.None : ReplicateRank.Unknown;

    /// <summary>Weights without replicates.</summary>
    public Weighting(string name)
        : this(name, [])
    {
    }

    /// <summary>Whether the replicate weights of persons do not go with their weights, as factors do by which the weights are still to be multiplied.</summary>
    public bool ReplicatesLookLikeFactors { get; init; }

    /// <summary>Whether nobody gave these weights, and they follow from the finite populations.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether sums by these weights and sums by others may be added: the same columns, replicate by replicate.</summary>
    public bool AddsUpWith(Weighting other) => Name == other.Name && Replicates.SequenceEqual(other.Replicates);
}

/// <summary>One set of replicate weights.</summary>
/// <param name="Name">The column.</param>
/// <param name="Scale">c in V = Σ c (θᵣ − θ)²: what the squared deviation of this replicate counts for.</param>
public readonly record struct Replicate(string Name, double Scale);
