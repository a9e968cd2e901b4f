using System.Text.RegularExpressions;

namespace BackPain.Stats.Cli.Options;

/// <summary>Splits a command line into words as a shell does. Supports single and double quotes and no other shell syntax.</summary>
public static partial class ShellWords
{
    /// <summary>Splits a command line into words and removes their quotes.</summary>
    public static IReadOnlyList<string> Split(string commandLine) =>
        [.. Word().Matches(commandLine).Select(word => Quoted().Replace(word.Value, quoted => quoted.Value[1..^1]))];

    /// <summary>Whether a quote is never closed.</summary>
    public static bool HasUnclosedQuote(string commandLine) => Word().Replace(commandLine, "").Any(character => character is '"' or '\'');

    /// <summary>
    /// Joins words into a command line that any shell splits into the same words. Quotes words where needed: nothing is special within
    /// single quotes, and a single quote itself is put in double quotes.
    /// </summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>Whether a shell would split a text into the same words as <see cref="Split"/>, with no other effect.</summary>
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
