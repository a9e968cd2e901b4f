using System.Globalization;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Data.Formats;

/// <summary>Text in a file that somebody may open in a spreadsheet, which runs what looks like a formula.</summary>
public static partial class SpreadsheetText
{
    /// <summary>The text with an apostrophe before it if it could be run; a number cannot.</summary>
    public static string Escape(string text) =>
        Runnable().IsMatch(text) && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;

    /// <summary>The text as it was before <see cref="Escape"/>.</summary>
    public static string Unescape(string text) => text.StartsWith('\'') && Runnable().IsMatch(text) ? text[1..] : text;

    [GeneratedRegex(@"^'*[=+\-@\t\r]", RegexOptions.CultureInvariant)]
    private static partial Regex Runnable();
}
