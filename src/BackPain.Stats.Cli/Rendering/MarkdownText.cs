using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Text in Markdown in which nothing is markup.</summary>
internal static class MarkdownText
{
    /// <summary>The text as content, also of a table.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '~' or '#' or '&')
                escaped.Append('\\');
            escaped.Append(character is '\r' or '\n' ? ' ' : character);
        }
        return escaped.ToString();
    }
}
