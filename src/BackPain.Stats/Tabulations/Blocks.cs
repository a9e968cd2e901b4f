namespace BackPain.Stats.Tabulations;

/// <summary>A list of fixed-width items stored in blocks, so that little memory is wasted and growing copies no items.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="width">The number of elements per item.</param>
internal sealed class Blocks<T>(int width)
    where T : struct
{
    private const int Bits = 14;
    private const int Size = 1 << Bits;
    private const int SizeAtFirst = 16;

    private T[][] blocks = [new T[SizeAtFirst * width]];

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>The elements of an item.</summary>
    public Span<T> this[int item] => blocks[item >> Bits].AsSpan((item & (Size - 1)) * width, width);

    /// <summary>Appends an item with default values and returns it.</summary>
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
