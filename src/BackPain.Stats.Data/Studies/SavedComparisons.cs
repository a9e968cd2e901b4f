using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Studies;

/// <summary>
/// What has to be saved with a tabulation of how codes were compared, so that it adds up with other files as its rows would.
/// </summary>
internal static class SavedComparisons
{
    /// <summary>The columns of which the tabulation alone does not show it, in alphabetical order.</summary>
    /// <param name="compared">How codes were compared.</param>
    /// <param name="whole">The tabulation.</param>
    /// <param name="plans">The plans of the files.</param>
    public static IReadOnlyDictionary<string, CodeComparison> Of(
        IReadOnlyDictionary<string, CodeComparison> compared, Tabulation whole, IEnumerable<ReadingPlan> plans)
    {
        // Labels and bands are texts whatever their codes are.
        var labelled = plans
            .SelectMany(plan => plan.Codebook.Fields
                .Where(field => field.Categories.Count > 0)
                .Select(field => field.Name)
                .Concat(plan.Bands.Keys))
            .ToHashSet(StringComparer.Ordinal);
        var saved = compared.Where(entry =>
            entry.Value == CodeComparison.Numbers || labelled.Contains(entry.Key) || !ShowsText(entry.Key, whole));
        return new SortedDictionary<string, CodeComparison>(
            saved.ToDictionary(entry => entry.Key, entry => entry.Value), StringComparer.Ordinal);
    }

    /// <summary>Whether a key of the column has a level that a reader takes for text.</summary>
    private static bool ShowsText(string column, Tabulation whole) => Enumerable.Range(0, whole.Columns.Count)
        .Where(index =>
            whole.Columns[index].Name == column
            && whole.Columns[index].Role is KeyRole.By or KeyRole.DesignStratum or KeyRole.Psu or KeyRole.Ssu)
        .SelectMany(index => whole.Levels[index])
        .Any(level => level.Kind == LevelKind.Value && NumberText.Shortest(level.Text) != level.Text);
}
