namespace BackPain.Stats.Tabulations;

/// <summary>Finds the sums of a combination of codes: open addressing over codes that lie side by side, without an object a cell.</summary>
internal sealed class CellTable(int width)
{
    private int[] slots = NewSlots(64);
    private int[] codes = new int[32 * Math.Max(1, width)];
    private Sums[] sums = new Sums[32];
    private int count;

    public void Add(ReadOnlySpan<int> key, Sums value)
    {
        var mask = slots.Length - 1;
        var slot = Hash(key) & mask;
        while (slots[slot] >= 0 && !key.SequenceEqual(KeyOf(slots[slot])))
            slot = (slot + 1) & mask;
        if (slots[slot] < 0)
            slots[slot] = Append(key);
        sums[slots[slot]] += value;
        if (count > slots.Length / 2)
            Rehash();
    }

    public IEnumerable<(int[] Codes, Sums Sums)> All()
    {
        for (var i = 0; i < count; i++)
            yield return (KeyOf(i).ToArray(), sums[i]);
    }

    private static int[] NewSlots(int size)
    {
        var slots = new int[size];
        Array.Fill(slots, -1);
        return slots;
    }

    private static int Hash(ReadOnlySpan<int> key)
    {
        var hash = 0u;
        foreach (var code in key)
            hash = (hash ^ (uint)code) * 0x9E3779B1u;
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private ReadOnlySpan<int> KeyOf(int cell) => codes.AsSpan(cell * width, width);

    private int Append(ReadOnlySpan<int> key)
    {
        if (count == sums.Length)
        {
            Array.Resize(ref sums, 2 * count);
            Array.Resize(ref codes, 2 * codes.Length);
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
