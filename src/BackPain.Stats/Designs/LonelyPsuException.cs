using BackPain.Stats.Definitions;

namespace BackPain.Stats.Designs;

/// <summary>A stratum or a PSU has a single sampled unit, and no policy for such units was chosen.</summary>
/// <param name="strata">The names of the strata with a single PSU.</param>
/// <param name="psus">The PSUs with a single second-stage unit, in words: "PSU '3' of stratum 'north'".</param>
public sealed class LonelyPsuException(IReadOnlyList<string> strata, IReadOnlyList<string> psus)
    : RefusalException(Refusal.Data, "A single sampling unit shows no variance.")
{
    /// <summary>The names of the strata with a single PSU.</summary>
    public IReadOnlyList<string> Strata => strata;

    /// <summary>The PSUs with a single second-stage unit, in words.</summary>
    public IReadOnlyList<string> Psus => psus;
}
