using System.Globalization;

namespace BackPain.Stats.Comparisons;

/// <summary>The scores of groups in a trend: those given, else the levels if they are numbers, else their places in order.</summary>
/// <param name="Given">The score of each group by name; empty if none are given.</param>
public sealed record TrendScores(IReadOnlyDictionary<string, double> Given)
{
    /// <summary>No scores given.</summary>
    public static TrendScores OfLevels { get; } = new(new Dictionary<string, double>());

    /// <summary>The scores of groups, in their order.</summary>
    /// <exception cref="MissingScoreException">Scores are given, but not for every group.</exception>
    public IReadOnlyList<double> Of(IReadOnlyList<ComparedGroup> groups)
    {
        if (Given.Count > 0)
        {
            return
            [
                .. groups.Select(group =>
                    Given.TryGetValue(group.Name, out var score) ? score : throw new MissingScoreException(group.Name)),
            ];
        }
        var numbers = groups.Select(group => NumberOf(group.Name)).ToList();
        return numbers.TrueForAll(number => number is not null)
            ? [.. numbers.Select(number => number!.Value)]
            : [.. Enumerable.Range(0, groups.Count).Select(i => (double)i)];
    }

    private static double? NumberOf(string level) =>
        double.TryParse(level, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
