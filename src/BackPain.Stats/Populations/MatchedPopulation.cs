using BackPain.Stats.Domains;

namespace BackPain.Stats.Populations;

/// <summary>The strata that data and a standard or reference population have in common, and which groups make up each of them.</summary>
/// <typeparam name="TGroup">A group of the population.</typeparam>
public sealed class MatchedPopulation<TGroup>
{
    private readonly MatchedColumn[] columns;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly string name;

    /// <summary>Matches the levels of some columns.</summary>
    /// <param name="name">The name of the population.</param>
    /// <param name="over">The columns.</param>
    /// <param name="levels">The levels of each column that occur in the data, in display order.</param>
    /// <param name="limits">The limits of the data in each column.</param>
    /// <param name="groups">The groups of the population.</param>
    /// <param name="levelsOf">The levels of a group, in the order of the columns.</param>
    /// <exception cref="StandardizationException">The data and the population do not go together.</exception>
    public MatchedPopulation(
        string name,
        IReadOnlyList<string> over,
        IReadOnlyList<IReadOnlyList<string>> levels,
        IReadOnlyList<DataLimits> limits,
        IReadOnlyList<TGroup> groups,
        Func<TGroup, IReadOnlyList<string>> levelsOf)
    {
        this.name = name;
        columns = [.. over.Select((column, i) => new MatchedColumn(
            column, levels[i], [.. groups.Select(group => levelsOf(group)[i]).Distinct(StringComparer.Ordinal)], name, limits[i]))];
        var strata = new List<(int[] Place, List<TGroup> Groups)>();
        var leftOut = new List<TGroup>();
        var byPlace = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (PlaceOf(levelsOf(group)) is not { } place)
            {
                leftOut.Add(group);
                continue;
            }
            if (!byPlace.TryGetValue(KeyOf(place), out var index))
            {
                byPlace[KeyOf(place)] = index = strata.Count;
                strata.Add((place, []));
            }
            strata[index].Groups.Add(group);
        }
        LeftOut = leftOut;
        strata.Sort((a, b) => a.Place.AsSpan().SequenceCompareTo(b.Place));
        Strata = strata.ConvertAll(stratum => stratum.Groups);
        Names = strata.ConvertAll(stratum => string.Join(", ", columns.Zip(stratum.Place, (column, at) => column.Names[at])));
        for (var i = 0; i < strata.Count; i++)
            places[KeyOf(strata[i].Place)] = i;
    }

    /// <summary>The groups that make up each stratum, in order.</summary>
    public IReadOnlyList<IReadOnlyList<TGroup>> Strata { get; }

    /// <summary>The names of the strata.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The groups outside of the limits of the data.</summary>
    public IReadOnlyList<TGroup> LeftOut { get; }

    /// <summary>Returns the index of the stratum of some persons.</summary>
    /// <param name="levels">Their levels, in the order of the columns.</param>
    /// <exception cref="StandardizationException">The population has no such group.</exception>
    public int StratumOf(IEnumerable<StratumLevel> levels)
    {
        var own = levels.ToList();
        return PlaceOf([.. own.Select(level => level.Level)]) is { } place && places.TryGetValue(KeyOf(place), out var stratum)
            ? stratum
            : throw new StandardizationException(
                StandardizationFault.OutsideStandard,
                $"found persons with {string.Join(", ", own.Select(level => $"{level.Column} {level.Level}"))}, "
                    + $"a combination that {name} does not have",
                "expected a row for each combination");
    }

    private static string KeyOf(int[] place) => string.Join(',', place);

    private int[]? PlaceOf(IReadOnlyList<string> levels)
    {
        var place = new int[columns.Length];
        for (var i = 0; i < place.Length; i++)
        {
            if (columns[i].StratumOf(levels[i]) is not { } at)
                return null;
            place[i] = at;
        }
        return place;
    }
}
