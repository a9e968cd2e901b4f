using System.Collections;

namespace BackPain.Stats.Tabulations;

/// <summary>One combination of key levels and its sums.</summary>
public readonly record struct Cell
{
    private readonly CellStore store;
    private readonly int index;

    internal Cell(CellStore store, int index) => (this.store, this.index) = (store, index);

    /// <summary>The sums over the persons with this combination.</summary>
    public Sums Sums => store.SumsOf(index);

    /// <summary>The sums of the replicate weights; empty if there are none.</summary>
    public ReadOnlySpan<DoubleDouble> Replicates => store.ReplicatesOf(index);

    /// <summary>The replicate weights row by row; null if there are none.</summary>
    internal ReplicateRows? ReplicateRows => store.RowsOf(index);

    /// <summary>Returns the index of the level of a key among the levels of that key, or <see cref="Tabulation.NoLevel"/>.</summary>
    /// <param name="key">The index of the key.</param>
    public int CodeOf(int key) => store.CodeOf(index, key);
}

/// <summary>A view of the cells of a store.</summary>
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
