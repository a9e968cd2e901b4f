using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>Who an estimate is about, as counted: one outcome in one stratum of a breakdown.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Stratum">Who: the level of each column of the breakdown; empty for everybody.</param>
/// <param name="Margin">What was counted.</param>
public sealed record Domain(KeyColumn Outcome, IReadOnlyList<StratumLevel> Stratum, Margin Margin)
{
    /// <summary>Whether it is about everybody together.</summary>
    public bool IsOverall => Stratum.Count == 0;
}
