using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>Finds the sums of a combination of codes: open addressing over codes that lie side by side, without an object a cell.</summary>
/// <param name="width">Codes in a key.</param>
/// <param name="replicates">Replicate weights summed in each cell.</param>
internal sealed class CellTable(int width, int replicates)
{
    private int[] slots = NewSlots(64);
    private int[] codes = new int[32 * Math.Max(1, width)];
    private Sums[] sums = new Sums[32];
    private DoubleDouble[] replicateSums = new DoubleDouble[32 * replicates];
    private int count;

    // Compiled at once with all optimizations, as are the other methods that see every row: waiting to be found hot costs more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> key, Sums value, ReadOnlySpan<DoubleDouble> replicateValues)
    {
        var mask = slots.Length - 1;
        var slot = Hash(key) & mask;
        while (slots[slot] >= 0 && !IsKeyOf(slots[slot], key))
            slot = (slot + 1) & mask;
        if (slots[slot] < 0)
            slots[slot] = Append(key);
        var cell = slots[slot];
        ref var sum = ref sums[cell];
        // Rows are persons, whose weights are doubles; cells of other tabulations are sums.
        sum = value.W.Low == 0 && value.W2.Low == 0 ? new Sums(sum.N + value.N, sum.W + value.W.High, sum.W2 + value.W2.High) : sum + value;
        for (var r = 0; r < replicateValues.Length; r++)
            replicateSums[(cell * replicates) + r] += replicateValues[r];
        if (count > slots.Length / 2)
            Rehash();
    }

    /// <summary>The cells with their codes, in the order in which they were first seen.</summary>
    public IEnumerable<Cell> Unordered()
    {
        for (var i = 0; i < count; i++)
            yield return new Cell(ImmutableArray.Create(KeyOf(i)), sums[i], replicateSums.AsMemory(i * replicates, replicates));
    }

    /// <summary>The cells, with their codes recoded key by key, in the order of the new codes.</summary>
    public Cell[] Ordered(int[][] recodings)
    {
        var recoded = new int[count * width];
        for (var i = 0; i < recoded.Length; i++)
            recoded[i] = codes[i] == Tabulation.NotAsked ? Tabulation.NotAsked : recodings[i % width][codes[i]];
        return Array.ConvertAll(OrderOf(recoded, recodings), i => new Cell(ImmutableArray.Create(recoded.AsSpan(i * width, width)), sums[i], replicateSums.AsMemory(i * replicates, replicates)));
    }

    /// <summary>Counting sort from the last key to the first: each pass keeps the order of the passes before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] OrderOf(int[] recoded, int[][] recodings)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        for (var place = width - 1; place >= 0; place--)
        {
            // One place more, and codes moved up by one, for cells to which the key does not apply.
            var starts = new int[recodings[place].Length + 2];
            foreach (var i in order)
                starts[recoded[(i * width) + place] + 2]++;
            for (var code = 1; code < starts.Length; code++)
                starts[code] += starts[code - 1];
            var next = new int[count];
            foreach (var i in order)
                next[starts[recoded[(i * width) + place] + 1]++] = i;
            order = next;
        }
        return order;
    }

    private static int[] NewSlots(int size)
    {
        var slots = new int[size];
        Array.Fill(slots, -1);
        return slots;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<int> key)
    {
        var hash = 0u;
        foreach (var code in key)
            hash = (hash ^ (uint)code) * 0x9E3779B1u;
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private ReadOnlySpan<int> KeyOf(int cell) => codes.AsSpan(cell * width, width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsKeyOf(int cell, ReadOnlySpan<int> key)
    {
        var other = codes.AsSpan(cell * width, key.Length);
        for (var i = key.Length - 1; i >= 0; i--)
        {
            if (other[i] != key[i])
                return false;
        }
        return true;
    }

    private int Append(ReadOnlySpan<int> key)
    {
        if (count == sums.Length)
        {
            Array.Resize(ref sums, 2 * count);
            Array.Resize(ref codes, 2 * codes.Length);
            Array.Resize(ref replicateSums, 2 * replicateSums.Length);
        }
        key.CopyTo(codes.AsSpan(count * width));
        return count++;
    }

    private void Rehash()
    {
        slots = NewSlots(2 * slots.Length);
        var mask = slots.Length - 1;
        for (var cell = 0; cell < count; cell++)
        {
            var slot = Hash(KeyOf(cell)) & mask;
            while (slots[slot] >= 0)
                slot = (slot + 1) & mask;
            slots[slot] = cell;
        }
    }
}
