using System.Collections;

namespace BackPain.Stats.Tabulations;

/// <summary>One combination of keys and its sums.</summary>
public readonly record struct Cell
{
    private readonly CellStore store;
    private readonly int place;

    internal Cell(CellStore store, int place) => (this.store, this.place) = (store, place);

    /// <summary>The persons who have these keys.</summary>
    public Sums Sums => store.SumsOf(place);

    /// <summary>The sums of their replicate weights; empty where there are none.</summary>
    public ReadOnlySpan<DoubleDouble> Replicates => store.ReplicatesOf(place);

    /// <summary>Their replicate weights, row by row; null where there are none.</summary>
    internal ReplicateRows? ReplicateRows => store.RowsOf(place);

    /// <summary>The place of the level of a key among its levels, or <see cref="Tabulation.NoLevel"/>.</summary>
    /// <param name="key">The place of the key.</param>
    public int CodeOf(int key) => store.CodeOf(place, key);
}

/// <summary>Cells where they are, one after another.</summary>
internal sealed class CellList(CellStore store) : IReadOnlyList<Cell>
{
    public int Count => store.Count;

    public Cell this[int index] => new(store, index);

    public IEnumerator<Cell> GetEnumerator()
    {
        for (var i = 0; i < store.Count; i++)
            yield return new Cell(store, i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
