using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>The data are wrong. Carries all that was found.</summary>
/// <param name="log">What was found.</param>
public sealed class DataException(ProblemLog log) : RefusalException(Refusal.Data, $"{log.Errors} problems in the data")
{
    /// <summary>What was found.</summary>
    public ProblemLog Log => log;
}
