using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>The domain of an estimate: one outcome in one stratum of a breakdown, with its counts.</summary>
/// <param name="Outcome">The outcome that is estimated.</param>
/// <param name="Stratum">The level of each column of the breakdown; empty for everybody.</param>
/// <param name="Margin">The counts.</param>
public sealed record Domain(KeyColumn Outcome, IReadOnlyList<StratumLevel> Stratum, Margin Margin)
{
    /// <summary>Whether the domain is everybody.</summary>
    public bool IsOverall => Stratum.Count == 0;
}
