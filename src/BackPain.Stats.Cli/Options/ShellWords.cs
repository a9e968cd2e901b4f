using System.Text.RegularExpressions;

namespace BackPain.Stats.Cli.Options;

/// <summary>Splits a command line into words as a shell does, with single and double quotes, and nothing else of a shell.</summary>
public static partial class ShellWords
{
    /// <summary>The words of a command line, without their quotes.</summary>
    public static IReadOnlyList<string> Split(string commandLine) =>
        [.. Word().Matches(commandLine).Select(word => Quoted().Replace(word.Value, quoted => quoted.Value[1..^1]))];

    /// <summary>Whether a quote is opened and never closed.</summary>
    public static bool HasUnclosedQuote(string commandLine) => Word().Replace(commandLine, "").Any(character => character is '"' or '\'');

    /// <summary>
    /// The command line of words, with quotes where a word needs them, for any shell to read as the same words: within single quotes
    /// nothing has a meaning, and a single quote itself goes into double quotes.
    /// </summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>Whether a shell reads a text as the words that <see cref="Split"/> finds in it, and does nothing else.</summary>
    public static bool IsPlain(string commandLine) => OnlyPlain().IsMatch(commandLine);

    private static string Quote(string word) => word switch
    {
        _ when Plain().IsMatch(word) => word,
        _ when !word.Contains('\'', StringComparison.Ordinal) => $"'{word}'",
        _ when word.AsSpan().IndexOfAny("\"$`\\!") < 0 => $"\"{word}\"",
        _ => string.Join("\"'\"", word.Split('\'').Select(part => part.Length == 0 ? "" : $"'{part}'")),
    };

    [GeneratedRegex(@"^[\w./:,=%+@-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("""^(?:[\w./:,=%+@\s-]|"[^"$`\\!]*"|'[^']*')*$""", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyPlain();

    [GeneratedRegex("""(?:[^\s"']|"[^"]*"|'[^']*')+""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"""[^""]*""|'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
