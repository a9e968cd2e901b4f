using System.Globalization;
using BackPain.Stats.Cli.Rendering;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>
/// Estimates the size of text independently of the font: never smaller than in the widest common sans-serif font, so that nothing
/// overlaps wherever a picture is shown.
/// </summary>
internal static class TextSize
{
    private const double WideLetter = 1.02;
    private const double BoldIsWider = 1.12;

    /// <summary>The width of a text, in the same unit as the font size.</summary>
    public static double WidthOf(string text, double size, bool bold = false)
    {
        var width = 0d;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            width += TextLayout.Width(element) > 1 ? WideLetter : WidthOf(element[0]);
        }
        return width * size * (bold ? BoldIsWider : 1);
    }

    /// <summary>Breaks a text into lines no wider than a width.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false) =>
        Wrap(text, width, piece => WidthOf(piece, size, bold));

    /// <summary>
    /// Breaks a text into lines no wider than a width, between words and, if a word does not fit, within it. Nothing is left out.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double width, Func<string, double> widthOf)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in TextLayout
            .Printable(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Pieces(word, width, widthOf)))
        {
            if (line.Length > 0 && widthOf($"{line} {word}") > width)
            {
                lines.Add(line);
                line = "";
            }
            line += line.Length > 0 ? $" {word}" : word;
        }
        return line.Length > 0 || lines.Count == 0 ? [.. lines, line] : lines;
    }

    private static IEnumerable<string> Pieces(string word, double width, Func<string, double> widthOf)
    {
        var piece = "";
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            if (piece.Length > 0 && widthOf(piece + elements.GetTextElement()) > width)
            {
                yield return piece;
                piece = "";
            }
            piece += elements.GetTextElement();
        }
        yield return piece;
    }

    /// <summary>Advance widths of DejaVu Sans, which is wider than Arial, Helvetica, Roboto, Segoe UI and San Francisco.</summary>
    private static double WidthOf(char character) => character switch
    {
        'i' or 'j' or 'l' or '\'' => 0.28,
        ' ' or '.' or ',' or ':' or ';' or '|' or '/' or '\\' => 0.34,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '!' or 'I' => 0.41,
        '–' or '*' or '"' or '_' => 0.5,
        >= '0' and <= '9' => 0.64,
        'm' or 'M' or 'W' or '%' or '@' or '—' => 1,
        'w' or '+' or '=' or '<' or '>' or '×' or '−' => 0.84,
        >= 'a' and <= 'z' => 0.64,
        _ => 0.79,
    };
}
