using System.Text.RegularExpressions;

namespace BackPain.Stats.Cli.Options;

/// <summary>Splits a command line into words as a shell does, with single and double quotes, and nothing else of a shell.</summary>
public static partial class ShellWords
{
    /// <summary>The words of a command line, without their quotes.</summary>
    public static IReadOnlyList<string> Split(string commandLine) =>
        [.. Word().Matches(commandLine).Select(word => Quoted().Replace(word.Value, quoted => quoted.Value[1..^1]))];

    /// <summary>The command line of words, with quotes where a word needs them.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(word => Plain().IsMatch(word) ? word : word.Contains('\'', StringComparison.Ordinal) ? $"\"{word}\"" : $"'{word}'"));

    [GeneratedRegex(@"^[\w./:,=%+@-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("""(?:[^\s"']|"[^"]*"|'[^']*')+""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"""[^""]*""|'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
