using BackPain.Stats.Definitions;

namespace BackPain.Stats.Surveys;

/// <summary>What the data say of the sampling design contradicts itself.</summary>
/// <param name="stratum">The stratum of the design.</param>
/// <param name="found">What was found, as part of a sentence.</param>
/// <param name="expected">What was expected, as part of a sentence.</param>
public sealed class SamplingDesignException(string stratum, string found, string expected)
    : RefusalException(Refusal.Data, $"{found}; {expected}.")
{
    /// <summary>The stratum of the design.</summary>
    public string Stratum => stratum;

    /// <summary>What was found.</summary>
    public string Found => found;

    /// <summary>What was expected.</summary>
    public string Expected => expected;
}
