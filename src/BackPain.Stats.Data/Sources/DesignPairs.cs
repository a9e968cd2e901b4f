using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>A row of a study: the file, by its number and by its name, and the line.</summary>
internal readonly record struct RowPlace(int FileNumber, string File, long Line);

/// <summary>Which values of one part of a design were seen with which of another, and where first.</summary>
internal sealed class DesignPairs
{
    private readonly Dictionary<(Level Of, Level Value), RowPlace> pairs = [];

    /// <summary>Notes that two were seen together.</summary>
    public void See(Level of, Level value, RowPlace place)
    {
        if (!pairs.TryGetValue((of, value), out var known) || IsBefore(place, known))
            pairs[(of, value)] = place;
    }

    /// <summary>Adds what others have seen.</summary>
    public void Add(DesignPairs other)
    {
        foreach (var ((of, value), place) in other.pairs)
            See(of, value, place);
    }

    /// <summary>What was seen, and where, from the first place on.</summary>
    public IEnumerable<(string Of, RowPlace Place)> Places(Func<string, bool> holdsText) => InOrder(holdsText).Select(pair => (pair.Of, pair.Place));

    /// <summary>What was seen with more than one other: with which first, and with which others later.</summary>
    public IEnumerable<(string Of, string First, (string Value, RowPlace Place) Other)> Contradictions(Func<string, bool> holdsText) =>
        from pairsOfOne in InOrder(holdsText).GroupBy(pair => pair.Of, StringComparer.Ordinal)
        let first = pairsOfOne.First().Value
        from other in pairsOfOne.DistinctBy(pair => pair.Value).Skip(1)
        select (pairsOfOne.Key, first, (other.Value, other.Place));

    private static bool IsBefore(RowPlace place, RowPlace other) => (place.FileNumber, place.Line).CompareTo((other.FileNumber, other.Line)) < 0;

    private IEnumerable<(string Of, string Value, RowPlace Place)> InOrder(Func<string, bool> holdsText) =>
        from pair in pairs
        orderby pair.Value.FileNumber, pair.Value.Line
        let of = pair.Key.Of.Settled(holdsText)
        let value = pair.Key.Value.Settled(holdsText)
        where of is not null && value is not null
        select (of.Value.Text, value.Value.Text, pair.Value);
}
