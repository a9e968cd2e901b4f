namespace BackPain.Stats.Populations;

/// <summary>The strata that one column of the data and a standard have in common: the groups of the standard, or unions of them.</summary>
/// <remarks>
/// Ranges of numbers are matched by what they hold: a level of the data may lie within a group, as a single year of age does, or be a
/// union of groups. Other levels are matched by their text.
/// </remarks>
internal sealed class MatchedColumn
{
    private const int MostListed = 8;

    private readonly string column;
    private readonly string standard;
    private readonly Dictionary<string, int> strata = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <param name="column">The column.</param>
    /// <param name="ofData">The levels that occur in the data, in display order.</param>
    /// <param name="ofStandard">The levels of the standard.</param>
    /// <param name="standard">The name of the standard.</param>
    /// <param name="limits">The range to which the data are limited.</param>
    /// <exception cref="StandardizationException">A level or a limit divides a group, or is not in the standard.</exception>
    public MatchedColumn(string column, IReadOnlyList<string> ofData, IReadOnlyList<string> ofStandard, string standard, DataLimits limits)
    {
        (this.column, this.standard) = (column, standard);
        var ranges = ofStandard.Select(level => (Level: level, Range: NumberRange.Parse(level))).ToList();
        if (ranges.TrueForAll(level => level.Range is not null) && ofData.All(level => NumberRange.Parse(level) is not null))
            MatchRanges(ofData, [.. ranges.Select(level => (level.Level, level.Range!.Value)).OrderBy(level => level.Value.From)], limits);
        else
            MatchTexts(ofData, ofStandard);
    }

    /// <summary>The names of the strata, in order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Returns the stratum of a level of the data or the standard; null if it is outside of the limits of the data.</summary>
    public int? StratumOf(string level) => strata.TryGetValue(level, out var stratum) ? stratum : null;

    private void MatchTexts(IReadOnlyList<string> ofData, IReadOnlyList<string> ofStandard)
    {
        foreach (var level in ofStandard)
        {
            strata[level] = names.Count;
            names.Add(level);
        }
        if (ofData.FirstOrDefault(level => !strata.ContainsKey(level)) is { } unknown)
            throw Outside(unknown, Shortened([.. ofStandard]));
    }

    private void MatchRanges(IReadOnlyList<string> ofData, List<(string Level, NumberRange Range)> groups, DataLimits limits)
    {
        var used = new List<(string Level, NumberRange Range)>();
        var range = limits.For(groups.ConvertAll(group => group.Range));
        foreach (var group in groups.Where(group => group.Range.Overlaps(range)))
        {
            if (!range.Contains(group.Range))
                throw Cut($"the limits of the data of {column}, {range}, cut", group.Level);
            used.Add(group);
        }
        var joined = new int[used.Count];
        foreach (var level in ofData)
            Attach(level, NumberRange.Parse(level)!.Value.Within(range), used, joined);
        for (var i = 0; i < used.Count; i++)
        {
            if (i == 0 || joined[i] == 0)
                names.Add("");
            strata[used[i].Level] = names.Count - 1;
        }
        foreach (var stratum in used.GroupBy(group => strata[group.Level]))
            names[stratum.Key] = new NumberRange(stratum.First().Range.From, stratum.Last().Range.To).ToString();
        foreach (var level in ofData)
            strata[level] = strata[used.First(group => group.Range.Overlaps(NumberRange.Parse(level)!.Value)).Level];
    }

    /// <summary>Finds the groups of a level, and joins them if there are several.</summary>
    /// <param name="level">The level.</param>
    /// <param name="range">What it holds within the limits of the data.</param>
    /// <param name="used">The groups, in order.</param>
    /// <param name="joined">Receives 1 for each group that is joined to the one before it.</param>
    private void Attach(string level, NumberRange? range, List<(string Level, NumberRange Range)> used, int[] joined)
    {
        var first = range is { } some ? used.FindIndex(group => group.Range.Overlaps(some)) : -1;
        if (first < 0)
            throw Outside(level, $"{used[0].Level} to {used[^1].Level}");
        var own = range!.Value;
        var last = used.FindLastIndex(group => group.Range.Overlaps(own));
        if (used[first].Range.Contains(own))
            return;
        foreach (var end in new[] { used[first], used[last] })
        {
            if (!own.Contains(end.Range))
                throw Cut($"the level {level} of {column} cuts", end.Level);
        }
        var isUnion = own.From == used[first].Range.From && own.To == used[last].Range.To;
        for (var i = first + 1; i <= last; i++)
        {
            isUnion &= used[i - 1].Range.IsFollowedBy(used[i].Range);
            joined[i] = 1;
        }
        if (!isUnion)
            throw Outside(level, Shortened(used.ConvertAll(group => group.Level)));
    }

    private static string Shortened(List<string> levels) =>
        levels.Count <= MostListed ? string.Join(", ", levels) : $"{levels.Count} groups from {levels[0]} to {levels[^1]}";

    private StandardizationException Cut(string what, string group) => new(
        StandardizationFault.CutGroup,
        $"found that {what} the group {group} of {standard}",
        "expected the groups of the standard or unions of them");

    private StandardizationException Outside(string level, string known) => new(
        StandardizationFault.OutsideStandard,
        $"found persons whose {column} is {level}, which is not a group of {standard} or within one",
        $"expected {known}");
}
