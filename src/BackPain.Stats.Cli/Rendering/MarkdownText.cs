using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Text in Markdown in which nothing is markup.</summary>
internal static class MarkdownText
{
    /// <summary>The text as content, also of a table.</summary>
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
    /// Whether a sign belongs to an address, of which GitHub would make a link by itself: the colon of https:// and the point of www.
    /// </summary>
    private static bool IsLinkSign(string text, int place) =>
        (text[place] == ':' && string.CompareOrdinal(text, place, "://", 0, 3) == 0)
            || (text[place] == '.' && place >= 3 && text.AsSpan(place - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
