using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Encodes text for HTML and SVG.</summary>
internal static class HtmlText
{
    /// <summary>Encodes a text as content or as a quoted attribute value.</summary>
    public static string Encoded(string text, bool keepsLines = false)
    {
        var encoded = new StringBuilder(text.Length);
        var shown = keepsLines ? string.Join('\n', text.Split('\n').Select(TextLayout.Printable)) : TextLayout.Printable(text);
        foreach (var character in shown)
        {
            _ = character switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(character),
            };
        }
        return encoded.ToString();
    }
}
