using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Markup;

/// <summary>What is wrong with something in a report, wherever it stands.</summary>
/// <param name="Found">What was found, as "found …".</param>
/// <param name="Expected">What was expected, as "expected …".</param>
/// <param name="Suggestion">What may have been meant: " Did you mean …?", or nothing.</param>
internal sealed record Complaint(string Found, string? Expected = null, string Suggestion = "")
{
    /// <summary>The complaint that a message makes, which may end with what was perhaps meant.</summary>
    public static Complaint Of(string message) => message.IndexOf(" Did you mean", StringComparison.Ordinal) is >= 0 and var at
        ? new Complaint(message[..at].TrimEnd('.'), Suggestion: message[at..])
        : new Complaint(message.TrimEnd('.'));

    /// <summary>The complaint with its place.</summary>
    /// <param name="file">The report, as the user named it.</param>
    /// <param name="line">The line.</param>
    /// <param name="code">What kind of problem it is.</param>
    public Problem At(string file, int line, ProblemCode code) =>
        new(file, line, code, Found, Expected, Suggestion.Length > 0 ? $"{Suggestion.TrimStart()} {code.Remedy}" : null);
}
