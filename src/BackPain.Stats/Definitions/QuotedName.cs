using System.Buffers;

namespace BackPain.Stats.Definitions;

/// <summary>
/// Column names and values as typed on the command line. A name that contains a special character is enclosed in double quotes, and a
/// double quote inside it is doubled. This is the same in every option, whether or not the character has a meaning in that option.
/// </summary>
public static class QuotedName
{
    /// <summary>The characters that a name without quotes cannot contain.</summary>
    public const string SpecialCharacters = ",=/<>!";

    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters);

    /// <summary>
    /// Splits off the name at the start of a text, up to one of the given terminators, whatever other characters it contains: for names
    /// that do not follow this rule.
    /// </summary>
    /// <returns>The name without quotes, and the rest of the text; the name is empty if there is none.</returns>
    public static (string Name, string After) Take(string text, params ReadOnlySpan<char> ends) =>
        TrySplit(text, out var name, out var after, ends) ? (name, after) : ("", text);

    /// <summary>
    /// Splits off the name at the start of a text, up to one of the given terminators. Returns false if a closing quote is missing or
    /// followed by other text, or if a name without quotes contains a special character.
    /// </summary>
    public static bool TryTake(string text, out string name, out string after, params ReadOnlySpan<char> ends) =>
        TrySplit(text, out name, out after, ends) && (IsQuoted(text) || !name.AsSpan().ContainsAny(Special));

    /// <summary>Returns the names in a comma-separated list, or null if the text is not such a list.</summary>
    public static IReadOnlyList<string>? List(string text) =>
        TryList(text, out var names, out var after) && after.Length == 0 && !names.Contains("") ? names : null;

    /// <summary>Splits off a comma-separated list of values, up to one of the given terminators. Empty values must be quoted.</summary>
    public static bool TryList(string text, out IReadOnlyList<string> values, out string after, params ReadOnlySpan<char> ends)
    {
        var found = new List<string>();
        (values, after) = (found, $",{text}");
        while (after.StartsWith(','))
        {
            var rest = after[1..];
            if (!TryTake(rest, out var value, out after, [',', .. ends])
                || (value.Length == 0 && !rest.AsSpan().TrimStart().StartsWith("\"\"")))
            {
                return false;
            }
            found.Add(value);
        }
        return true;
    }

    /// <summary>Returns a name or value as it must be typed, in quotes if necessary.</summary>
    public static string Quote(string name) =>
        name is "" or "*" || name.AsSpan().ContainsAny(Special) || name.Contains('"', StringComparison.Ordinal) || name.Trim() != name
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;

    /// <summary>Returns a comma-separated list of values as it must be typed.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(',', names.Select(Quote));

    private static bool IsQuoted(string text) => text.AsSpan().TrimStart() is ['"', ..];

    private static bool TrySplit(string text, out string name, out string after, params ReadOnlySpan<char> ends)
    {
        var trimmed = text.AsSpan().Trim();
        if (!IsQuoted(text))
        {
            var end = trimmed.IndexOfAny(ends);
            (name, after) = end < 0 ? (trimmed.ToString(), "") : (trimmed[..end].TrimEnd().ToString(), trimmed[end..].ToString());
            return true;
        }
        var close = 1;
        while (close < trimmed.Length && (trimmed[close] != '"' || trimmed[(close + 1)..] is ['"', ..]))
            close += trimmed[close] == '"' ? 2 : 1;
        (name, after) = ("", text);
        if (close >= trimmed.Length)
            return false;
        name = trimmed[1..close].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
        after = trimmed[(close + 1)..].TrimStart().ToString();
        return after.Length == 0 || ends.Contains(after[0]);
    }
}
