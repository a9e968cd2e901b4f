using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>Whether a finding stops the work.</summary>
public enum Severity
{
    /// <summary>Nothing can be counted until it is put right.</summary>
    Error,

    /// <summary>It can be counted, but somebody should look at it.</summary>
    Oddity,
}

/// <summary>A kind of problem that data can have, under a name that scripts may rely on.</summary>
/// <param name="Name">A stable word with hyphens.</param>
/// <param name="Severity">Whether it stops the work.</param>
/// <param name="Meaning">What is wrong, in a sentence.</param>
/// <param name="Remedy">The way out, in a sentence.</param>
/// <param name="IsWarning">For an oddity: whether results carry it as a warning; otherwise only <c>check</c> looks for it.</param>
public sealed record ProblemCode(string Name, Severity Severity, Wording Meaning, Wording Remedy, bool IsWarning = false);
