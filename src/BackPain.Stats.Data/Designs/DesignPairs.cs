using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>A row of a study: the file, by its number and by its name, and the line.</summary>
internal readonly record struct RowPlace(int FileNumber, string File, long Line);

/// <summary>A unit of a design: a stratum, or a PSU within one.</summary>
/// <param name="Stratum">The stratum; an empty value where there is none, or it does not matter.</param>
/// <param name="Psu">The PSU; an empty value where it is the stratum that is meant.</param>
internal readonly record struct DesignUnit(Level Stratum, Level Psu)
{
    /// <summary>What stands where there is nothing to tell apart.</summary>
    public static Level Only { get; } = Level.Value("");

    /// <summary>The names of stratum and PSU, now that it is known which columns hold text; null if one of them says nothing.</summary>
    public (string Stratum, string Psu)? Settled(Func<string, bool> holdsText) =>
        Stratum.Settled(holdsText) is { } stratum && Psu.Settled(holdsText) is { } psu ? (stratum.Text, psu.Text) : null;
}

/// <summary>Which values of one part of a design were seen with which of another, and where first.</summary>
internal sealed class DesignPairs
{
    private readonly Dictionary<(DesignUnit Of, Level Value), RowPlace> pairs = [];

    /// <summary>Notes that two were seen together.</summary>
    public void See(DesignUnit of, Level value, RowPlace place)
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
    public IEnumerable<((string Stratum, string Psu) Of, RowPlace Place)> Places(Func<string, bool> holdsText) =>
        InOrder(holdsText).Select(pair => (pair.Of, pair.Place));

    /// <summary>What was seen with more than one other: with which first, and with which others later.</summary>
    public IEnumerable<((string Stratum, string Psu) Of, string First, (string Value, RowPlace Place) Other)> Contradictions(
        Func<string, bool> holdsText) =>
        from pairsOfOne in InOrder(holdsText).GroupBy(pair => pair.Of)
        let first = pairsOfOne.First().Value
        from other in pairsOfOne.DistinctBy(pair => pair.Value).Skip(1)
        select (pairsOfOne.Key, first, (other.Value, other.Place));

    private static bool IsBefore(RowPlace place, RowPlace other) =>
        (place.FileNumber, place.Line).CompareTo((other.FileNumber, other.Line)) < 0;

    private IEnumerable<((string Stratum, string Psu) Of, string Value, RowPlace Place)> InOrder(Func<string, bool> holdsText) =>
        from pair in pairs
        orderby pair.Value.FileNumber, pair.Value.Line
        let of = pair.Key.Of.Settled(holdsText)
        let value = pair.Key.Value.Settled(holdsText)
        where of is not null && value is not null
        select (of.Value, value.Value.Text, pair.Value);
}
