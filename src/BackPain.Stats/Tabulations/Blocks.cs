namespace BackPain.Stats.Tabulations;

/// <summary>Items side by side in blocks: many of them take no more room than they need, and none is copied when there are more.</summary>
/// <param name="width">Elements of an item.</param>
internal sealed class Blocks<T>(int width)
    where T : struct
{
    private const int Bits = 14;
    private const int Size = 1 << Bits;
    private const int SizeAtFirst = 16;

    private T[][] blocks = [new T[SizeAtFirst * width]];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item.</summary>
    public Span<T> this[int item] => blocks[item >> Bits].AsSpan((item & (Size - 1)) * width, width);

    /// <summary>One more item, all zeros.</summary>
    public Span<T> Append()
    {
        var (block, at) = (Count >> Bits, Count & (Size - 1));
        // Only the first block starts small.
        if (block == 0 && at * width == blocks[0].Length)
            Array.Resize(ref blocks[0], 2 * blocks[0].Length);
        if (block == blocks.Length)
            Array.Resize(ref blocks, 2 * blocks.Length);
        blocks[block] ??= new T[Size * width];
        return this[Count++];
    }
}
