using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>The storage of cells, each with its packed key and its sums.</summary>
/// <remarks>
/// If there are about as many cells as persons, most cells hold one person, whose weight determines all sums. A cell is therefore its
/// key and one more number: a weight if it is not negative, otherwise the complement of the index of its sums.
/// </remarks>
internal sealed class CellStore
{
    private readonly int replicates;
    private Blocks<Sums> sums;
    private Blocks<DoubleDouble> replicateSums;
    private List<ReplicateRows> replicateRows;
    private readonly long mostReplicateValues;
    private Blocks<ulong> records;
    private long keptRows;

    /// <summary>Creates an empty store.</summary>
    /// <param name="packing">The layout of packed keys.</param>
    /// <param name="replicates">The number of replicate weights summed in each cell.</param>
    /// <param name="mostReplicateValues">The number of replicate weights that are kept row by row at most.</param>
    public CellStore(KeyPacking packing, int replicates, long mostReplicateValues)
        : this(packing, replicates, new Blocks<Sums>(1), new Blocks<DoubleDouble>(replicates), [], mostReplicateValues)
    {
    }

    private CellStore(
        KeyPacking packing,
        int replicates,
        Blocks<Sums> sums,
        Blocks<DoubleDouble> replicateSums,
        List<ReplicateRows> replicateRows,
        long mostReplicateValues) =>
        (Packing, this.replicates, this.sums, this.replicateSums, this.replicateRows, this.mostReplicateValues, records) =
        (packing, replicates, sums, replicateSums, replicateRows, mostReplicateValues, new Blocks<ulong>(packing.Words + 1));

    /// <summary>Whether the replicate weights were too many to be kept row by row.</summary>
    /// <remarks>Parts only add to them, so it does not depend on how the rows were split among threads and files.</remarks>
    public bool HasDroppedRows { get; private set; }

    /// <summary>The layout of packed keys.</summary>
    public KeyPacking Packing { get; }

    /// <summary>The number of cells.</summary>
    public int Count => records.Count;

    /// <summary>Returns the code of a cell in the key at an index.</summary>
    public int CodeOf(int cell, int index) => Packing.CodeOf(records[cell], index);

    /// <summary>Returns the packed key of a cell.</summary>
    public ReadOnlySpan<ulong> KeyOf(int cell) => records[cell][..^1];

    /// <summary>Returns whether a cell has a packed key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsKeyOf(int cell, ReadOnlySpan<ulong> key)
    {
        var record = records[cell];
        for (var word = 0; word < key.Length; word++)
        {
            if (record[word] != key[word])
                return false;
        }
        return true;
    }

    /// <summary>Returns the index of the sums of a cell, or −1 if the cell holds a single person and has no stored sums.</summary>
    public int IndexOfSums(int cell) => records[cell][^1] is var value && (long)value < 0 ? (int)~value : -1;

    /// <summary>Prefetches sums that will be needed; a negative index is ignored.</summary>
    public void Fetch(int index)
    {
        if (index >= 0)
            _ = Volatile.Read(ref Unsafe.As<Sums, long>(ref sums[index][0]));
    }

    /// <summary>Returns the sums of a cell.</summary>
    public Sums SumsOf(int cell) => records[cell][^1] is var value && (long)value < 0
        ? sums[(int)~value][0]
        : Sums.OfPerson(BitConverter.UInt64BitsToDouble(value));

    /// <summary>Returns the sums of the replicate weights of a cell; empty if there are no replicates.</summary>
    public ReadOnlySpan<DoubleDouble> ReplicatesOf(int cell) => replicates == 0 ? default : replicateSums[(int)~records[cell][^1]];

    /// <summary>
    /// Returns the replicate weights of the persons of a cell row by row, or null if there are no replicates or too many to be kept.
    /// </summary>
    public ReplicateRows? RowsOf(int cell) => replicates == 0 || HasDroppedRows ? null : replicateRows[(int)~records[cell][^1]];

    /// <summary>Forgets the replicate weights row by row.</summary>
    public void DropRows()
    {
        HasDroppedRows = true;
        for (var i = 0; i < replicateRows.Count; i++)
            replicateRows[i] = new ReplicateRows(replicates);
    }

    /// <summary>Appends a cell.</summary>
    public void Append(ReadOnlySpan<ulong> key, in Sums value, ReplicateWeights weights)
    {
        var record = records.Append();
        key.CopyTo(record);
        record[^1] = replicates == 0 && value.IsOfPerson ? BitConverter.DoubleToUInt64Bits(value.W.High) : Stored(value);
        if (replicates == 0)
            return;
        weights.Sums.CopyTo(replicateSums.Append());
        replicateRows.Add(new ReplicateRows(replicates));
        AddRows(replicateRows[^1], weights, value.N);
    }

    /// <summary>Adds sums to a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cell, in Sums value, ReplicateWeights weights)
    {
        ref var stored = ref records[cell][^1];
        if ((long)stored >= 0)
        {
            stored = Stored(Sums.OfPerson(BitConverter.UInt64BitsToDouble(stored)) + value);
            return;
        }
        ref var sum = ref sums[(int)~stored][0];
        // Rows are persons, whose weights are doubles; cells of other tabulations carry double-double sums.
        sum = value.W.Low == 0 && value.W2.Low == 0
            ? new Sums(checked(sum.N + value.N), sum.W + value.W.High, sum.W2 + value.W2.High)
            : sum + value;
        if (weights.Sums.IsEmpty)
            return;
        var own = replicateSums[(int)~stored];
        for (var r = 0; r < own.Length; r++)
            own[r] += weights.Sums[r];
        AddRows(replicateRows[(int)~stored], weights, value.N);
    }

    /// <summary>
    /// Returns the same cells in the same order with differently packed keys. The result shares its sums with this store, which must not
    /// be used afterwards.
    /// </summary>
    /// <param name="packing">The new layout of keys.</param>
    /// <param name="recodings">The new code of each code, for each key; null to keep the codes.</param>
    public CellStore Repacked(KeyPacking packing, int[][]? recodings)
    {
        var repacked = new CellStore(packing, replicates, sums, replicateSums, replicateRows, mostReplicateValues)
        { HasDroppedRows = HasDroppedRows, keptRows = keptRows };
        var (key, packed) = (new int[packing.Width], new ulong[packing.Words]);
        for (var cell = 0; cell < Count; cell++)
        {
            var record = records[cell];
            for (var index = 0; index < key.Length; index++)
            {
                var code = Packing.CodeOf(record, index);
                key[index] = code == Tabulation.NoLevel || recodings is null ? code : recodings[index][code];
            }
            packing.TryPack(key, packed);
            var copy = repacked.records.Append();
            packed.CopyTo(copy);
            copy[^1] = record[^1];
        }
        return repacked;
    }

    /// <summary>Sorts the cells by key and arranges their sums in the same order.</summary>
    public void Sort()
    {
        records = RadixSort.ByKey(records, Packing);
        var (unordered, unorderedReplicates, unorderedRows) = (sums, replicateSums, replicateRows);
        (sums, replicateSums, replicateRows) = (new Blocks<Sums>(1), new Blocks<DoubleDouble>(replicates), []);
        for (var cell = 0; cell < Count; cell++)
        {
            if (IndexOfSums(cell) is var index && index < 0)
                continue;
            records[cell][^1] = Stored(unordered[index][0]);
            if (replicates == 0)
                continue;
            unorderedReplicates[index].CopyTo(replicateSums.Append());
            replicateRows.Add(unorderedRows[index]);
        }
    }

    private void AddRows(ReplicateRows rows, ReplicateWeights weights, long persons)
    {
        if (HasDroppedRows)
            return;
        keptRows -= rows.Kept;
        if (weights.Rows is { } known)
            rows.Add(known);
        else if (weights.Line > 0)
            rows.Add(weights.Line, weights.Sums, persons);
        keptRows += rows.Kept;
        if (keptRows * replicates > mostReplicateValues)
            DropRows();
    }

    private ulong Stored(Sums value)
    {
        sums.Append()[0] = value;
        return ~(ulong)(sums.Count - 1);
    }
}
