namespace BackPain.Stats.Designs;

/// <summary>How to treat strata with a single PSU, and PSUs with a single second-stage unit, which show no variance.</summary>
/// <param name="Name">The policy, as typed.</param>
public sealed record LonelyPsuPolicy(string Name)
{
    /// <summary>Refuse, and list the strata or PSUs.</summary>
    public static LonelyPsuPolicy Fail { get; } = new("fail");

    /// <summary>Treat the PSU as one that was certain to be sampled; it adds no variance.</summary>
    public static LonelyPsuPolicy Certainty { get; } = new("certainty");

    /// <summary>Use the deviation from the grand mean of the totals of all PSUs instead of from the mean of the stratum.</summary>
    /// <remarks>The linearized totals of a proportion add up to 0 over all PSUs, so their grand mean is 0.</remarks>
    public static LonelyPsuPolicy Adjust { get; } = new("adjust");

    /// <summary>
    /// Assign the stratum the average variance of the strata with two or more PSUs in which the domain occurs, and a PSU that of the
    /// PSUs with two or more units.
    /// </summary>
    public static LonelyPsuPolicy Average { get; } = new("average");

    /// <summary>All policies, the default first.</summary>
    public static IReadOnlyList<LonelyPsuPolicy> All { get; } = [Fail, Certainty, Adjust, Average];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
