namespace BackPain.Stats.Definitions;

/// <summary>Names of columns as they are typed. A name that holds a character with a meaning of its own stands in double quotes.</summary>
public static class QuotedName
{
    /// <summary>Takes the name at the start of a text, up to one of the ends.</summary>
    /// <returns>The name without quotes, and what follows it; an empty name where there is none.</returns>
    public static (string Name, string After) Take(string text, params ReadOnlySpan<char> ends)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed is not ['"', ..])
        {
            var end = trimmed.IndexOfAny(ends);
            return end < 0 ? (trimmed.ToString(), "") : (trimmed[..end].TrimEnd().ToString(), trimmed[end..].ToString());
        }
        var close = trimmed[1..].IndexOf('"');
        return close < 0 ? ("", text) : (trimmed[1..(close + 1)].ToString(), trimmed[(close + 2)..].TrimStart().ToString());
    }

    /// <summary>The names in a list with commas; nothing where it is not one.</summary>
    public static IReadOnlyList<string>? List(string text)
    {
        var names = new List<string>();
        for (var rest = $",{text}"; rest.Length > 0;)
        {
            if (rest[0] != ',')
                return null;
            (var name, rest) = Take(rest[1..], ',');
            if (name.Length == 0)
                return null;
            names.Add(name);
        }
        return names;
    }
}
