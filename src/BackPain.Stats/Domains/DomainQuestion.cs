using BackPain.Stats.Definitions;

namespace BackPain.Stats.Domains;

/// <summary>What to do with persons whose stratum is not known.</summary>
public enum UnknownStratum
{
    /// <summary>Leave them out of that breakdown, and count them.</summary>
    Drop,

    /// <summary>Show them as a stratum of their own.</summary>
    Level,
}

/// <summary>Who is asked about.</summary>
public record DomainQuestion
{
    /// <summary>The breakdowns, each besides the overall figure.</summary>
    public IReadOnlyList<Stratification> Stratifications { get; init; } = [];

    /// <summary>Whether the figure for everybody together is wanted.</summary>
    public bool Overall { get; init; } = true;

    /// <summary>Whether strata without anybody have a row.</summary>
    public bool EmptyStrata { get; init; } = true;

    /// <summary>What to do with persons whose stratum is not known.</summary>
    public UnknownStratum UnknownStratum { get; init; } = UnknownStratum.Drop;
}
