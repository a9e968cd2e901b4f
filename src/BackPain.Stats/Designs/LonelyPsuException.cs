using BackPain.Stats.Definitions;

namespace BackPain.Stats.Designs;

/// <summary>A single unit was sampled somewhere, and nobody said what to do about it.</summary>
/// <param name="strata">The names of the strata of a single PSU.</param>
/// <param name="psus">The PSUs of a single unit of the second stage, in words: "PSU '3' of stratum 'north'".</param>
public sealed class LonelyPsuException(IReadOnlyList<string> strata, IReadOnlyList<string> psus)
    : RefusalException(Refusal.Data, "A single sampling unit shows no variance.")
{
    /// <summary>The names of the strata of a single PSU.</summary>
    public IReadOnlyList<string> Strata => strata;

    /// <summary>The PSUs of a single unit of the second stage, in words.</summary>
    public IReadOnlyList<string> Psus => psus;
}
