using BackPain.Stats.Definitions;

namespace BackPain.Stats.Domains;

/// <summary>A breakdown has more combinations of levels than anybody can read.</summary>
/// <param name="stratification">The breakdown.</param>
/// <param name="strata">How many strata it has.</param>
public sealed class TooManyStrataException(Stratification stratification, double strata)
    : RefusalException(Refusal.Request, $"{stratification} has {strata:N0} combinations of levels")
{
    /// <summary>The most strata that a breakdown shows with its empty ones.</summary>
    public const int Most = 1_000_000;
}
