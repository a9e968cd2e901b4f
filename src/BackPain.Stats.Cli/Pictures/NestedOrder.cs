namespace BackPain.Stats.Cli.Pictures;

/// <summary>Puts the columns of each breakdown into the order in which its rows nest, outermost first, as the table for people has them. The columns of estimates stand in one order for all breakdowns.</summary>
internal static class NestedOrder
{
    /// <summary>The marks, each with its stratum in the order of its breakdown.</summary>
    public static IReadOnlyList<Mark> Of(IReadOnlyList<Mark> marks)
    {
        var places = marks.Where(mark => mark.Stratum.Count > 1).GroupBy(mark => mark.By, StringComparer.Ordinal).ToDictionary(breakdown => breakdown.Key, breakdown => PlacesIn([.. breakdown]), StringComparer.Ordinal);
        return [.. marks.Select(mark => places.TryGetValue(mark.By, out var order) ? mark with { Stratum = [.. order.Select(place => mark.Stratum[place])] } : mark)];
    }

    /// <summary>The outermost column changes least from row to row. What never changes stays where it is.</summary>
    private static List<int> PlacesIn(IReadOnlyList<Mark> breakdown)
    {
        var changes = Enumerable.Range(0, breakdown[0].Stratum.Count).Select(place => breakdown.Zip(breakdown.Skip(1)).Count(pair => pair.First.Stratum[place].Level != pair.Second.Stratum[place].Level)).ToList();
        var changing = new Queue<int>(Enumerable.Range(0, changes.Count).Where(place => changes[place] > 0).OrderBy(place => changes[place]));
        return [.. changes.Select((count, place) => count > 0 ? changing.Dequeue() : place)];
    }
}
