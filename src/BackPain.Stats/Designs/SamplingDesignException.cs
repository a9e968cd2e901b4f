using BackPain.Stats.Definitions;

namespace BackPain.Stats.Designs;

/// <summary>The data about the sampling design are contradictory.</summary>
/// <param name="stratum">The design stratum.</param>
/// <param name="psu">The PSU; null if the contradiction concerns the stratum.</param>
/// <param name="found">What was found, as part of a sentence.</param>
/// <param name="expected">What was expected, as part of a sentence.</param>
public sealed class SamplingDesignException(string stratum, string? psu, string found, string expected)
    : RefusalException(Refusal.Data, $"{found}; {expected}.")
{
    /// <summary>The design stratum.</summary>
    public string Stratum => stratum;

    /// <summary>The PSU; null if the contradiction concerns the stratum.</summary>
    public string? Psu => psu;

    /// <summary>What was found.</summary>
    public string Found => found;

    /// <summary>What was expected.</summary>
    public string Expected => expected;
}
