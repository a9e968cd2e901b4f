namespace BackPain.Stats.Data.Rows;

/// <summary>
/// The ids seen so far, each with the place of its first row. It keeps every id, some 150 bytes each where several threads read.
/// </summary>
internal sealed class PersonIds
{
    private readonly Dictionary<PersonId, (string File, long Line)> places = [];

    /// <summary>Notes an id; false, and the place of its first row, if it was seen before.</summary>
    public bool TryAdd(PersonId id, string file, long line, out (string File, long Line) first)
    {
        first = (file, line);
        if (places.TryAdd(id, first))
            return true;
        first = places[id];
        return false;
    }

    /// <summary>Takes over the ids of others; false if any of them is known, and then this is not to be used any more.</summary>
    public bool TryTakeOver(PersonIds other)
    {
        places.EnsureCapacity(places.Count + other.places.Count);
        foreach (var (id, place) in other.places)
        {
            if (!places.TryAdd(id, place))
                return false;
        }
        return true;
    }
}
