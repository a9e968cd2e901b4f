namespace BackPain.Stats.Surveys;

/// <summary>Strata have a single PSU, and nobody said what to do about it.</summary>
/// <param name="strata">The names of the strata.</param>
public sealed class LonelyPsuException(IReadOnlyList<string> strata) : Exception("A stratum has a single primary sampling unit.")
{
    /// <summary>The names of the strata.</summary>
    public IReadOnlyList<string> Strata => strata;
}
