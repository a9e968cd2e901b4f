using System.Buffers;

namespace BackPain.Stats.Definitions;

/// <summary>
/// Column names and values as typed on the command line. A name that contains a special character is enclosed in double quotes, and a
/// double quote inside it is doubled.
/// </summary>
public static class QuotedName
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",=/<>!\"");

    /// <summary>Splits off the name at the start of a text, up to one of the given terminators.</summary>
    /// <returns>The name without quotes, and the rest of the text; the name is empty if there is none.</returns>
    public static (string Name, string After) Take(string text, params ReadOnlySpan<char> ends) =>
        TryTake(text, out var name, out var after, ends) ? (name, after) : ("", text);

    /// <summary>
    /// Splits off the name at the start of a text, up to one of the given terminators. Returns false if a closing quote is missing or
    /// followed by other text.
    /// </summary>
    public static bool TryTake(string text, out string name, out string after, params ReadOnlySpan<char> ends)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed is not ['"', ..])
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
        name is "" or "*" || name.AsSpan().ContainsAny(Special) || name.Trim() != name
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;

    /// <summary>Returns a comma-separated list of values as it must be typed.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(',', names.Select(Quote));
}
