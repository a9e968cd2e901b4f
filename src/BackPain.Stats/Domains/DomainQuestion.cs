using BackPain.Stats.Definitions;

namespace BackPain.Stats.Domains;

/// <summary>How to treat persons whose stratum is unknown.</summary>
public enum UnknownStratum
{
    /// <summary>Exclude them from that breakdown, and report how many they are.</summary>
    Drop,

    /// <summary>Show them as a separate stratum.</summary>
    Level,
}

/// <summary>The domains that are requested.</summary>
public record DomainQuestion
{
    /// <summary>The breakdowns, not including the overall figure.</summary>
    public IReadOnlyList<Stratification> Stratifications { get; init; } = [];

    /// <summary>Whether the overall figure is requested.</summary>
    public bool Overall { get; init; } = true;

    /// <summary>Whether empty strata are included.</summary>
    public bool EmptyStrata { get; init; } = true;

    /// <summary>How to treat persons whose stratum is unknown.</summary>
    public UnknownStratum UnknownStratum { get; init; } = UnknownStratum.Drop;

    /// <summary>The columns whose unknown levels exclude persons in any case.</summary>
    public IReadOnlyList<string> KnownColumns { get; init; } = [];

    /// <summary>Returns how to treat persons whose level of a column is unknown.</summary>
    internal UnknownStratum UnknownStratumOf(string column) =>
        KnownColumns.Contains(column, StringComparer.Ordinal) ? UnknownStratum.Drop : UnknownStratum;
}
