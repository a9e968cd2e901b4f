namespace BackPain.Stats.Designs;

/// <summary>What to do with strata of a single PSU, and with PSUs of a single unit of the second stage: they show no variance.</summary>
/// <param name="Name">The policy, as typed.</param>
public sealed record LonelyPsuPolicy(string Name)
{
    /// <summary>Refuse, and list the strata or PSUs.</summary>
    public static LonelyPsuPolicy Fail { get; } = new("fail");

    /// <summary>Take the PSU for one that was sure to be sampled: it adds no variance.</summary>
    public static LonelyPsuPolicy Certainty { get; } = new("certainty");

    /// <summary>Take its distance from the grand mean of the totals of all PSUs instead of from the mean of its stratum.</summary>
    /// <remarks>The linearized totals of a proportion add up to 0 over all PSUs, so their grand mean is 0.</remarks>
    public static LonelyPsuPolicy Adjust { get; } = new("adjust");

    /// <summary>Give the stratum the average variance of the strata with two PSUs or more in which the domain occurs; a PSU likewise that of the PSUs with two units or more.</summary>
    public static LonelyPsuPolicy Average { get; } = new("average");

    /// <summary>All policies, the usual one first.</summary>
    public static IReadOnlyList<LonelyPsuPolicy> All { get; } = [Fail, Certainty, Adjust, Average];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
