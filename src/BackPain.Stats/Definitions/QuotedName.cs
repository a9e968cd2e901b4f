using System.Buffers;

namespace BackPain.Stats.Definitions;

/// <summary>Names of columns and values as they are typed. One that holds a character with a meaning of its own stands in double quotes; a double quote in it is written twice.</summary>
public static class QuotedName
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",=/<>!\"");

    /// <summary>Takes the name at the start of a text, up to one of the ends.</summary>
    /// <returns>The name without quotes, and what follows it; an empty name where there is none.</returns>
    public static (string Name, string After) Take(string text, params ReadOnlySpan<char> ends) =>
        TryTake(text, out var name, out var after, ends) ? (name, after) : ("", text);

    /// <summary>Takes the name at the start of a text, up to one of the ends; false if a quote is not closed or other text follows it.</summary>
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

    /// <summary>The names in a list with commas; nothing where it is not one.</summary>
    public static IReadOnlyList<string>? List(string text) =>
        TryList(text, out var names, out var after) && after.Length == 0 && !names.Contains("") ? names : null;

    /// <summary>Takes a list of values with commas between them, up to one of the ends; an empty value is one only in quotes.</summary>
    public static bool TryList(string text, out IReadOnlyList<string> values, out string after, params ReadOnlySpan<char> ends)
    {
        var found = new List<string>();
        (values, after) = (found, $",{text}");
        while (after.StartsWith(','))
        {
            var rest = after[1..];
            if (!TryTake(rest, out var value, out after, [',', .. ends]) || (value.Length == 0 && !rest.AsSpan().TrimStart().StartsWith("\"\"")))
                return false;
            found.Add(value);
        }
        return true;
    }

    /// <summary>A name or value as it is typed.</summary>
    public static string Quote(string name) =>
        name is "" or "*" || name.AsSpan().ContainsAny(Special) || name.Trim() != name ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    /// <summary>A list of values as it is typed.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(',', names.Select(Quote));
}
