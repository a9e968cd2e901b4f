using BackPain.Stats.Definitions;

namespace BackPain.Stats.Designs;

/// <summary>What the data say of the sampling design contradicts itself.</summary>
/// <param name="stratum">The stratum of the design.</param>
/// <param name="psu">The PSU, if it is about one.</param>
/// <param name="found">What was found, as part of a sentence.</param>
/// <param name="expected">What was expected, as part of a sentence.</param>
public sealed class SamplingDesignException(string stratum, string? psu, string found, string expected)
    : RefusalException(Refusal.Data, $"{found}; {expected}.")
{
    /// <summary>The stratum of the design.</summary>
    public string Stratum => stratum;

    /// <summary>The PSU, if it is about one; null if it is about the stratum.</summary>
    public string? Psu => psu;

    /// <summary>What was found.</summary>
    public string Found => found;

    /// <summary>What was expected.</summary>
    public string Expected => expected;
}
