using System.Globalization;
using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Lays out text in columns of fixed-width characters.</summary>
internal static class TextLayout
{
    /// <summary>The width of a text in character cells: one for each user-perceived character, two for wide East Asian ones.</summary>
    public static int Width(string text)
    {
        if (Ascii.IsValid(text))
            return text.Length;
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            width += IsWide(elements.GetTextElement()) ? 2 : 1;
        return width;
    }

    /// <summary>Pads a text with spaces to a width.</summary>
    public static string Pad(string text, int width, bool right)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return right ? blanks + text : text + blanks;
    }

    /// <summary>
    /// Breaks a text between words into lines no longer than a width, keeping the indentation of the first line. A longer word has a
    /// line of its own.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        if (Width(text) <= width)
            return [text];
        var lead = text[..(text.Length - text.TrimStart().Length)];
        var lines = new List<string>();
        var line = lead;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > lead.Length && Width(line) + 1 + Width(word) > width)
            {
                lines.Add(line);
                line = lead;
            }
            line += line.Length > lead.Length ? " " + word : word;
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>Replaces the characters that a terminal, a browser or an editor would interpret rather than show.</summary>
    public static string Printable(string text) => text.Any(IsObeyed) ? string.Concat(text.Select(Printable)) : text;

    /// <summary>
    /// The character, or its replacement: a space for whitespace controls, the replacement character for anything else that would be
    /// interpreted.
    /// </summary>
    public static char Printable(char character) => character switch
    {
        '\n' or '\r' or '\t' or '\u2028' or '\u2029' => ' ',
        _ when IsObeyed(character) => '\uFFFD',
        _ => character,
    };

    /// <summary>
    /// Whether a character is an ASCII or Latin-1 control character, a line or paragraph separator, or a bidirectional control.
    /// </summary>
    private static bool IsObeyed(char character) =>
        char.IsControl(character) || character is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsWide(string element)
    {
        Rune.DecodeFromUtf16(element, out var rune, out _);
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
    }
}
