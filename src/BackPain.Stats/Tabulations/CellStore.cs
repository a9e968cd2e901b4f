using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>Cells side by side, each with its packed key and its sums.</summary>
/// <remarks>
/// Where there are about as many cells as persons, most hold one person, whose weight says everything. So a cell is its key and one number more:
/// a weight, or, below 0, which of the sums is its own.
/// </remarks>
internal sealed class CellStore
{
    private const int DigitBits = 11;

    private readonly int replicates;
    private Blocks<Sums> sums;
    private Blocks<DoubleDouble> replicateSums;
    private List<ReplicateRows> replicateRows;
    private Blocks<ulong> records;

    public CellStore(KeyPacking packing, int replicates)
        : this(packing, replicates, new Blocks<Sums>(1), new Blocks<DoubleDouble>(replicates), [])
    {
    }

    private CellStore(KeyPacking packing, int replicates, Blocks<Sums> sums, Blocks<DoubleDouble> replicateSums, List<ReplicateRows> replicateRows) =>
        (Packing, this.replicates, this.sums, this.replicateSums, this.replicateRows, records) =
        (packing, replicates, sums, replicateSums, replicateRows, new Blocks<ulong>(packing.Words + 1));

    /// <summary>How keys are packed.</summary>
    public KeyPacking Packing { get; }

    /// <summary>How many cells there are.</summary>
    public int Count => records.Count;

    /// <summary>The code of a cell in a key.</summary>
    public int CodeOf(int cell, int place) => Packing.CodeOf(records[cell], place);

    /// <summary>The packed key of a cell.</summary>
    public ReadOnlySpan<ulong> KeyOf(int cell) => records[cell][..^1];

    /// <summary>Whether a cell has a key.</summary>
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

    /// <summary>Where the sums of a cell are; below 0 where it has none.</summary>
    public int PlaceOfSums(int cell) => records[cell][^1] is var value && (long)value < 0 ? (int)~value : -1;

    /// <summary>Looks at sums that will be needed.</summary>
    public void Fetch(int place)
    {
        if (place >= 0)
            _ = Volatile.Read(ref Unsafe.As<Sums, long>(ref sums[place][0]));
    }

    /// <summary>The sums of a cell.</summary>
    public Sums SumsOf(int cell) => records[cell][^1] is var value && (long)value < 0 ? sums[(int)~value][0] : Sums.OfPerson(BitConverter.UInt64BitsToDouble(value));

    /// <summary>The sums of the replicate weights of a cell.</summary>
    public ReadOnlySpan<DoubleDouble> ReplicatesOf(int cell) => replicates == 0 ? default : replicateSums[(int)~records[cell][^1]];

    /// <summary>The replicate weights of the persons of a cell, row by row; null where there are no replicates.</summary>
    public ReplicateRows? RowsOf(int cell) => replicates == 0 ? null : replicateRows[(int)~records[cell][^1]];

    /// <summary>One more cell.</summary>
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

    /// <summary>Adds to a cell.</summary>
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
        // Rows are persons, whose weights are doubles; cells of other tabulations are sums.
        sum = value.W.Low == 0 && value.W2.Low == 0 ? new Sums(sum.N + value.N, sum.W + value.W.High, sum.W2 + value.W2.High) : sum + value;
        if (weights.Sums.IsEmpty)
            return;
        var own = replicateSums[(int)~stored];
        for (var r = 0; r < own.Length; r++)
            own[r] += weights.Sums[r];
        AddRows(replicateRows[(int)~stored], weights, value.N);
    }

    /// <summary>The same cells in the same order with their keys packed in another way; they share their sums with these, which are no longer to be used.</summary>
    /// <param name="packing">How to pack keys.</param>
    /// <param name="recodings">For each key the new code of each code; nothing where codes stay.</param>
    public CellStore Repacked(KeyPacking packing, int[][]? recodings)
    {
        var repacked = new CellStore(packing, replicates, sums, replicateSums, replicateRows);
        var (key, packed) = (new int[packing.Places], new ulong[packing.Words]);
        for (var cell = 0; cell < Count; cell++)
        {
            var record = records[cell];
            for (var place = 0; place < key.Length; place++)
                key[place] = Packing.CodeOf(record, place) is var code && code != Tabulation.NoLevel && recodings is not null ? recodings[place][code] : code;
            packing.TryPack(key, packed);
            var copy = repacked.records.Append();
            packed.CopyTo(copy);
            copy[^1] = record[^1];
        }
        return repacked;
    }

    /// <summary>Puts the cells in the order of their keys, and their sums in the order of the cells.</summary>
    public void Sort()
    {
        SortRecords();
        var (unordered, unorderedReplicates, unorderedRows) = (sums, replicateSums, replicateRows);
        (sums, replicateSums, replicateRows) = (new Blocks<Sums>(1), new Blocks<DoubleDouble>(replicates), []);
        for (var cell = 0; cell < Count; cell++)
        {
            if (PlaceOfSums(cell) is var place && place < 0)
                continue;
            records[cell][^1] = Stored(unordered[place][0]);
            if (replicates == 0)
                continue;
            unorderedReplicates[place].CopyTo(replicateSums.Append());
            replicateRows.Add(unorderedRows[place]);
        }
    }

    private static void AddRows(ReplicateRows rows, ReplicateWeights weights, long persons)
    {
        if (weights.Rows is { } known)
            rows.Add(known);
        else if (weights.Line > 0)
            rows.Add(weights.Line, weights.Sums, persons);
    }

    private static int DigitOf(ulong word, int shift) => (int)(word >> shift) & ((1 << DigitBits) - 1);

    /// <summary>A radix sort from the last digit to the first, each pass keeping the order of those before.</summary>
    private void SortRecords()
    {
        var (next, spare) = (new int[1 << DigitBits], new Blocks<ulong>(Packing.Words + 1));
        for (var cell = 0; cell < Count; cell++)
            spare.Append();
        for (var word = Packing.Words - 1; word >= 0; word--)
        {
            for (var shift = Packing.LowestBitOf(word); shift < 64; shift += DigitBits)
            {
                Array.Clear(next);
                for (var cell = 0; cell < Count; cell++)
                    next[DigitOf(records[cell][word], shift)]++;
                // Where all have the same digit they are in its order already.
                if (next.Contains(Count))
                    continue;
                SortByDigit(word, shift, next, spare);
                (records, spare) = (spare, records);
            }
        }
    }

    private void SortByDigit(int word, int shift, int[] next, Blocks<ulong> sorted)
    {
        var start = 0;
        for (var digit = 0; digit < next.Length; digit++)
            (next[digit], start) = (start, start + next[digit]);
        for (var cell = 0; cell < Count; cell++)
            records[cell].CopyTo(sorted[next[DigitOf(records[cell][word], shift)]++]);
    }

    private ulong Stored(Sums value)
    {
        sums.Append()[0] = value;
        return ~(ulong)(sums.Count - 1);
    }
}
