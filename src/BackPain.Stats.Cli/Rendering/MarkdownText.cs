using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Escapes text for Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Escapes a text as content, including table cells.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (IsLinkSign(text, i)
                || character is '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '~' or '#' or '&' or '$')
                escaped.Append('\\');
            escaped.Append(TextLayout.Printable(character));
        }
        return escaped.ToString();
    }

    /// <summary>
    /// Whether a character is part of a URL that GitHub would turn into a link: the colon of https:// or the dot of www.
    /// </summary>
    private static bool IsLinkSign(string text, int index) =>
        (text[index] == ':' && string.CompareOrdinal(text, index, "://", 0, 3) == 0)
            || (text[index] == '.' && index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
