namespace BackPain.Stats.Data.Problems;

// Problems of codebooks, registries and reports.
public static partial class ProblemCodes
{
    /// <summary>The codebook cannot be used.</summary>
    public static readonly ProblemCode BadCodebook = Error(
        "bad-codebook",
        "The codebook is not a Data Package descriptor that can be used.",
        "Correct what the message names; the rules are at https://datapackage.org and in docs/codebook.md.");

    /// <summary>A registry of cited figures cannot be used.</summary>
    public static readonly ProblemCode BadRegistry = Error(
        "bad-registry",
        "A registry of cited figures says something that cannot be used.",
        "Correct the row; 'backpain datasets cited-figures' tells what each column holds.");

    /// <summary>A report says something that cannot be used.</summary>
    public static readonly ProblemCode BadReport = Error(
        "bad-report",
        "A report says something that cannot be used, in its front matter, a block, or a value in a sentence.",
        "Correct the line; docs/reports.md tells what may stand there.");

    /// <summary>The command of a block fails.</summary>
    public static readonly ProblemCode FailedBlock = Error(
        "failed-block",
        "The command of a block in a report fails, so there is no report.",
        "Run the command by itself to see all that is wrong.");
}
