using System.Numerics;
using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>Finds the cell of a combination of codes: open addressing, with a part of the hash beside each place, so that hardly any other cell is looked at.</summary>
/// <remarks>
/// Rows wait until there are some dozens. A processor that is told of many places in memory at once fetches them together; one row after another, it waits for each.
/// </remarks>
/// <param name="width">Codes in a key.</param>
/// <param name="replicates">Replicate weights summed in each cell.</param>
internal sealed class CellTable(int width, int replicates)
{
    private const int Most = 64;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly uint[] hashes = new uint[Most];
    private readonly Sums[] values = new Sums[Most];
    private int waiting;
    private ulong[] keys = new ulong[Most * KeyPacking.Narrow(width).Words];
    private CellStore cells = new(KeyPacking.Narrow(width), replicates);

    // A hash in the upper half, and in the lower the place of the cell, counted from 1; or 0.
    private ulong[] slots = new ulong[64];

    /// <summary>The cells, in the order in which they were first seen.</summary>
    public CellStore Cells
    {
        get
        {
            AddWaiting();
            return cells;
        }
    }

    // Compiled at once with all optimizations, as are the other methods that see every row: waiting to be found hot costs more.
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

    /// <summary>The cells, recoded key by key, in the order of the new codes. The table is spent then.</summary>
    /// <param name="recodings">For each key the new code of each code.</param>
    public CellStore Ordered(int[][] recodings)
    {
        var ordered = Cells.Repacked(KeyPacking.For(recodings.Select(codes => codes.Length)), recodings);
        slots = [];
        cells = new CellStore(KeyPacking.Narrow(width), replicates);
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

    private Span<ulong> KeyAt(int place) => keys.AsSpan(place * cells.Packing.Words, cells.Packing.Words);

    private int FirstSlotOf(uint hash) => (int)(hash >> (32 - BitOperations.Log2((uint)slots.Length)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWaiting()
    {
        Fetch(hashes.AsSpan(0, waiting));
        for (var i = 0; i < waiting; i++)
            Add(KeyAt(i), hashes[i], values[i], default);
        waiting = 0;
    }

    /// <summary>Looks at what will be needed, so that it is near by then: each loop asks for places that do not depend on each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fetch(ReadOnlySpan<uint> wanted)
    {
        Span<int> found = stackalloc int[Most];
        for (var i = 0; i < wanted.Length; i++)
            found[i] = (int)(uint)slots[FirstSlotOf(wanted[i])] - 1;
        for (var i = 0; i < wanted.Length; i++)
            found[i] = found[i] < 0 ? -1 : cells.PlaceOfSums(found[i]);
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
        // All hashes are others now.
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
