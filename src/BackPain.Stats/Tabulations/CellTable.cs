using System.Numerics;
using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>
/// A hash table that finds the cell of a combination of codes. It uses open addressing and stores the hash in each slot, so that other
/// cells are rarely inspected.
/// </summary>
/// <remarks>
/// Rows are buffered and processed in batches, so that the processor can fetch the memory for many rows at once instead of waiting for
/// each row in turn.
/// </remarks>
/// <param name="width">The number of codes in a key.</param>
/// <param name="replicates">The number of replicate weights summed in each cell.</param>
/// <param name="mostReplicateValues">The number of replicate weights that are kept row by row at most.</param>
internal sealed class CellTable(int width, int replicates, long mostReplicateValues)
{
    private const int Most = 64;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly uint[] hashes = new uint[Most];
    private readonly Sums[] values = new Sums[Most];
    private int waiting;
    private ulong[] keys = new ulong[Most * KeyPacking.Narrow(width).Words];
    private CellStore cells = new(KeyPacking.Narrow(width), replicates, mostReplicateValues);

    // The upper half holds a hash and the lower half the index of the cell plus 1; 0 if the slot is empty.
    private ulong[] slots = new ulong[64];

    /// <summary>The cells, in order of first occurrence.</summary>
    public CellStore Cells
    {
        get
        {
            AddWaiting();
            return cells;
        }
    }

    // Fully optimized from the start, like the other methods that process every row: tiered compilation would cost more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> key, in Sums value, ReplicateWeights weights)
    {
        if (!cells.Packing.TryPack(key, KeyAt(waiting)))
            Widen(key);
        var hash = Hash(KeyAt(waiting));
        if (replicates > 0)
        {
            Add(KeyAt(waiting), hash, value, weights);
            return;
        }
        (hashes[waiting], values[waiting]) = (hash, value);
        if (++waiting == Most)
            AddWaiting();
    }

    /// <summary>Returns the cells, recoded and sorted by the new codes. The table must not be used afterwards.</summary>
    /// <param name="recodings">The new code of each code, for each key.</param>
    public CellStore Ordered(int[][] recodings)
    {
        var ordered = Cells.Repacked(KeyPacking.For(recodings.Select(codes => codes.Length)), recodings);
        slots = [];
        cells = new CellStore(KeyPacking.Narrow(width), replicates, mostReplicateValues);
        ordered.Sort();
        return ordered;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<ulong> key)
    {
        var hash = 0UL;
        foreach (var word in key)
        {
            hash = (hash ^ word) * Golden;
            hash ^= hash >> 32;
        }
        return (uint)hash;
    }

    private Span<ulong> KeyAt(int index) => keys.AsSpan(index * cells.Packing.Words, cells.Packing.Words);

    private int FirstSlotOf(uint hash) => (int)(hash >> (32 - BitOperations.Log2((uint)slots.Length)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWaiting()
    {
        Fetch(hashes.AsSpan(0, waiting));
        for (var i = 0; i < waiting; i++)
            Add(KeyAt(i), hashes[i], values[i], default);
        waiting = 0;
    }

    /// <summary>Prefetches the memory that will be needed. The reads of each loop are independent of each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fetch(ReadOnlySpan<uint> wanted)
    {
        Span<int> found = stackalloc int[Most];
        for (var i = 0; i < wanted.Length; i++)
            found[i] = (int)(uint)slots[FirstSlotOf(wanted[i])] - 1;
        for (var i = 0; i < wanted.Length; i++)
            found[i] = found[i] < 0 ? -1 : cells.IndexOfSums(found[i]);
        for (var i = 0; i < wanted.Length; i++)
            cells.Fetch(found[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ReadOnlySpan<ulong> key, uint hash, in Sums value, ReplicateWeights weights)
    {
        var slot = FirstSlotOf(hash);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = slots[slot];
            if ((uint)(entry >> 32) != hash || !cells.IsKeyOf((int)(uint)entry - 1, key))
                continue;
            cells.Add((int)(uint)entry - 1, value, weights);
            return;
        }
        cells.Append(key, value, weights);
        slots[slot] = ((ulong)hash << 32) | (uint)cells.Count;
        if (cells.Count > slots.Length / 4 * 3)
            Spread();
    }

    private void Widen(ReadOnlySpan<int> key)
    {
        AddWaiting();
        var packing = cells.Packing.WithRoomFor(key);
        cells = cells.Repacked(packing, recodings: null);
        keys = new ulong[Most * packing.Words];
        packing.TryPack(key, KeyAt(0));
        // All hashes have changed.
        Array.Clear(slots);
        for (var cell = 0; cell < cells.Count; cell++)
            Put(((ulong)Hash(cells.KeyOf(cell)) << 32) | (uint)(cell + 1));
    }

    private void Spread()
    {
        var old = slots;
        slots = new ulong[2 * old.Length];
        foreach (var entry in old)
        {
            if (entry != 0)
                Put(entry);
        }
    }

    private void Put(ulong entry)
    {
        var slot = FirstSlotOf((uint)(entry >> 32));
        while (slots[slot] != 0)
            slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = entry;
    }
}
