using System.Globalization;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Tabulations;

/// <summary>
/// The display order of levels: the order in the codebook; otherwise numerical if every value starts with a number; otherwise ordinal.
/// </summary>
public static partial class LevelOrder
{
    /// <summary>Sorts the levels of a key: values first, then missing levels.</summary>
    /// <param name="levels">The levels, without duplicates.</param>
    /// <param name="declared">The values in codebook order; empty if there is no codebook.</param>
    public static IReadOnlyList<Level> Arrange(IEnumerable<Level> levels, IReadOnlyList<string> declared)
    {
        var all = levels.ToList();
        var numbered = all.Where(level => level.Kind == LevelKind.Value).All(level => Number(level.Text) is not null);
        var rank = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in declared)
            rank.TryAdd(value, rank.Count);
        return
        [
            .. all
                .OrderBy(level => level.Kind)
                .ThenBy(level => level.Kind == LevelKind.Value ? rank.GetValueOrDefault(level.Text, int.MaxValue) : 0)
                .ThenBy(level => numbered && level.Kind == LevelKind.Value ? Number(level.Text) : 0)
                .ThenBy(level => level.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Returns the number that a value sorts by: the number itself, or the lower bound of a band such as 20-39, &lt;20 or 60+; null if
    /// the value is neither.
    /// </summary>
    public static double? Number(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        var band = Band().Match(text);
        if (!band.Success)
            return null;
        var from = double.Parse(band.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
        return band.Groups["below"].Success ? Math.BitDecrement(from) : from;
    }

    [GeneratedRegex(
        @"^(?<below>[<≤]\s*)?[>≥]?\s*(?<from>[0-9]+(\.[0-9]+)?)\s*(\+|[-–]\s*[0-9]+(\.[0-9]+)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Band();
}
