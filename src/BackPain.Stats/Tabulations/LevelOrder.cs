using System.Globalization;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Tabulations;

/// <summary>The order in which levels are shown: as the codebook has them; else by number, where every value starts with its number; else by their characters.</summary>
public static partial class LevelOrder
{
    /// <summary>Puts the levels of a key in order: values first, then what is missing.</summary>
    /// <param name="levels">The levels, each once.</param>
    /// <param name="declared">The values in the order of the codebook; empty if there is none.</param>
    public static IReadOnlyList<Level> Arrange(IEnumerable<Level> levels, IReadOnlyList<string> declared)
    {
        var all = levels.ToList();
        var numbered = all.Where(level => level.Kind == LevelKind.Value).All(level => Number(level.Text) is not null);
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in declared)
            place.TryAdd(value, place.Count);
        return
        [
            .. all
                .OrderBy(level => level.Kind)
                .ThenBy(level => level.Kind == LevelKind.Value ? place.GetValueOrDefault(level.Text, int.MaxValue) : 0)
                .ThenBy(level => numbered && level.Kind == LevelKind.Value ? Number(level.Text) : 0)
                .ThenBy(level => level.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>The number a value stands for: itself, or where a band such as 20-39, &lt;20 or 60+ begins; nothing where it is neither.</summary>
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

    [GeneratedRegex(@"^(?<below>[<≤]\s*)?[>≥]?\s*(?<from>[0-9]+(\.[0-9]+)?)\s*(\+|[-–]\s*[0-9]+(\.[0-9]+)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Band();
}
