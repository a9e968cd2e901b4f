namespace BackPain.Stats.Tabulations;

/// <summary>Sorts records by the packed key at their beginning: a stable radix sort from the least significant digit.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;

    /// <summary>Returns the records in the order of their keys.</summary>
    /// <param name="records">The records; they may be overwritten.</param>
    /// <param name="packing">The layout of their keys.</param>
    public static Blocks<ulong> ByKey(Blocks<ulong> records, KeyPacking packing)
    {
        var (next, spare) = (new int[1 << DigitBits], new Blocks<ulong>(packing.Words + 1));
        for (var i = 0; i < records.Count; i++)
            spare.Append();
        for (var word = packing.Words - 1; word >= 0; word--)
        {
            for (var shift = packing.LowestBitOf(word); shift < 64; shift += DigitBits)
            {
                Array.Clear(next);
                for (var i = 0; i < records.Count; i++)
                    next[DigitOf(records[i][word], shift)]++;
                // If all records have the same digit, this pass would change nothing.
                if (next.Contains(records.Count))
                    continue;
                Distribute(records, word, shift, next, spare);
                (records, spare) = (spare, records);
            }
        }
        return records;
    }

    private static int DigitOf(ulong word, int shift) => (int)(word >> shift) & ((1 << DigitBits) - 1);

    private static void Distribute(Blocks<ulong> records, int word, int shift, int[] next, Blocks<ulong> sorted)
    {
        var start = 0;
        for (var digit = 0; digit < next.Length; digit++)
            (next[digit], start) = (start, start + next[digit]);
        for (var i = 0; i < records.Count; i++)
            records[i].CopyTo(sorted[next[DigitOf(records[i][word], shift)]++]);
    }
}
