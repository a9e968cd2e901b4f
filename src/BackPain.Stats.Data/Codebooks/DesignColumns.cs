using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Which columns hold the sampling design, as far as it is said.</summary>
public sealed record DesignColumns
{
    /// <summary>No design.</summary>
    public static DesignColumns None { get; } = new();

    /// <summary>The weights.</summary>
    public string? Weight { get; init; }

    /// <summary>The strata.</summary>
    public string? Strata { get; init; }

    /// <summary>The primary sampling units.</summary>
    public string? Psu { get; init; }

    /// <summary>The units of the second stage of sampling.</summary>
    public string? Ssu { get; init; }

    /// <summary>The sizes of the strata in the population, or the fractions sampled.</summary>
    public string? Fpc { get; init; }

    /// <summary>The sizes of the PSUs in the population, or the fractions sampled at the second stage.</summary>
    public string? SecondFpc { get; init; }

    /// <summary>The replicate weights.</summary>
    public ReplicateColumns? Replicates { get; init; }

    /// <summary>Whether the same PSU in two strata is two PSUs; true where it is not said.</summary>
    public bool? Nested { get; init; }

    /// <summary>The columns that say of which unit a person is, and how large its population is.</summary>
    public IEnumerable<string> UnitColumns => new[] { Strata, Psu, Ssu, Fpc, SecondFpc }.OfType<string>();

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => this == None;

    /// <summary>
    /// This, completed by another. Units and replicates are two ways to the same variance: what is said here of one leaves out the other.
    /// </summary>
    public DesignColumns CompletedBy(DesignColumns other)
    {
        var (hasUnits, hasReplicates) = (UnitColumns.Any(), Replicates is not null);
        return new DesignColumns
        {
            Weight = Weight ?? other.Weight,
            Strata = Strata ?? (hasReplicates ? null : other.Strata),
            Psu = Psu ?? (hasReplicates ? null : other.Psu),
            // SSUs have their numbers within the PSUs that they were described with.
            Ssu = Ssu ?? (hasReplicates || (Psu is not null && Psu != other.Psu) ? null : other.Ssu),
            Fpc = Fpc ?? (hasReplicates ? null : other.Fpc),
            SecondFpc = Fpc is not null ? SecondFpc : hasReplicates ? null : other.SecondFpc,
            Replicates = Replicates ?? (hasUnits ? null : other.Replicates),
            Nested = Nested ?? other.Nested,
        };
    }
}

/// <summary>The columns of replicate weights and how they were made.</summary>
/// <param name="Pattern">Their names, * standing for any characters and ? for one.</param>
/// <param name="Type">How they were made; nothing where only the other is said.</param>
/// <param name="Scales">What each squared deviation counts for, where the type does not say it.</param>
public sealed record ReplicateColumns(string Pattern, ReplicateType? Type, ReplicateScales? Scales);

/// <summary>
/// What the squared deviations of replicates count for: a file that says it column by column, or numbers in the order of the columns, or
/// one number for all.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Numbers">The numbers.</param>
public sealed record ReplicateScales(string? File, IReadOnlyList<double> Numbers);
