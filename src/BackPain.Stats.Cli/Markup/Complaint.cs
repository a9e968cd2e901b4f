using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Markup;

/// <summary>What is wrong with something in a report, without its location.</summary>
/// <param name="Found">What was found, as "found …".</param>
/// <param name="Expected">What was expected, as "expected …".</param>
/// <param name="Suggestion">What may have been meant, as " Did you mean …?", or empty.</param>
internal sealed record Complaint(string Found, string? Expected = null, string Suggestion = "")
{
    /// <summary>Turns a message into a complaint; it may end with a suggestion.</summary>
    public static Complaint Of(string message) => message.IndexOf(" Did you mean", StringComparison.Ordinal) is >= 0 and var at
        ? new Complaint(message[..at].TrimEnd('.'), Suggestion: message[at..])
        : new Complaint(message.TrimEnd('.'));

    /// <summary>Returns the complaint as a problem at a location.</summary>
    /// <param name="file">The name of the report, as the user gave it.</param>
    /// <param name="line">The line.</param>
    /// <param name="code">The kind of problem.</param>
    public Problem At(string file, int line, ProblemCode code) =>
        new(file, line, code, Found, Expected, Suggestion.Length > 0 ? (Wording)$"{Suggestion.TrimStart()} {code.Remedy}" : null);
}
