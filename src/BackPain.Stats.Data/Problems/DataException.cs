namespace BackPain.Stats.Data.Problems;

/// <summary>The data are wrong. Carries all that was found.</summary>
/// <param name="log">What was found.</param>
public sealed class DataException(ProblemLog log) : Exception($"{log.Errors} problems in the data")
{
    /// <summary>What was found.</summary>
    public ProblemLog Log => log;
}
