using BackPain.Stats.Definitions;

namespace BackPain.Stats.Domains;

/// <summary>A breakdown has too many combinations of levels to be shown.</summary>
/// <param name="stratification">The breakdown.</param>
/// <param name="strata">The number of strata.</param>
public sealed class TooManyStrataException(Stratification stratification, double strata)
    : RefusalException(Refusal.Request, $"{stratification} has {strata:N0} combinations of levels")
{
    /// <summary>The maximum number of strata of a breakdown that includes empty strata.</summary>
    public const int Most = 1_000_000;
}
