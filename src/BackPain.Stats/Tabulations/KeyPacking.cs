using System.Numerics;
using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>
/// The layout of the codes of a key in a few 64-bit words. The first code takes the highest bits, so that packed keys compare like their
/// codes.
/// </summary>
internal sealed class KeyPacking
{
    private const int WordBits = 64;

    private readonly int[] bits;
    private readonly Field[] fields;
    private readonly int[] lowest;

    /// <param name="bits">The number of bits of each code; <see cref="Tabulation.NoLevel"/> is packed as 0 and the code 0 as 1.</param>
    private KeyPacking(int[] bits)
    {
        (this.bits, fields) = (bits, new Field[bits.Length]);
        var (word, free) = (0, WordBits);
        var rests = new List<int>();
        for (var index = 0; index < bits.Length; index++)
        {
            if (bits[index] > free)
            {
                rests.Add(free);
                (word, free) = (word + 1, WordBits);
            }
            free -= bits[index];
            fields[index] = new Field(word, free, (uint)((1UL << bits[index]) - 1));
        }
        lowest = [.. rests, free];
    }

    /// <summary>The number of codes in a key.</summary>
    public int Width => bits.Length;

    /// <summary>The number of words in a packed key.</summary>
    public int Words => lowest.Length;

    /// <summary>Creates a layout for keys whose numbers of levels are not yet known.</summary>
    /// <param name="width">The number of codes in a key.</param>
    public static KeyPacking Narrow(int width) => new([.. Enumerable.Repeat(4, width)]);

    /// <summary>Creates a layout for keys whose numbers of levels are known.</summary>
    public static KeyPacking For(IEnumerable<int> levels) => new([.. levels.Select(count => BitsFor(count - 1))]);

    /// <summary>Returns a layout that also fits a given key, with some room to grow.</summary>
    public KeyPacking WithRoomFor(ReadOnlySpan<int> key)
    {
        var wider = bits.ToArray();
        for (var index = 0; index < wider.Length; index++)
        {
            if (BitsFor(key[index]) is var needed && needed > bits[index])
                wider[index] = Math.Min(32, needed + 1);
        }
        return new KeyPacking(wider);
    }

    /// <summary>Packs a key. Returns false if the key does not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPack(ReadOnlySpan<int> key, Span<ulong> packed)
    {
        packed.Clear();
        for (var index = 0; index < key.Length; index++)
        {
            var field = fields[index];
            var code = (uint)(key[index] + 1);
            if (code > field.Most)
                return false;
            packed[field.Word] |= (ulong)code << field.Shift;
        }
        return true;
    }

    /// <summary>Returns the code at an index of a packed key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOf(ReadOnlySpan<ulong> packed, int index)
    {
        var field = fields[index];
        return (int)((uint)(packed[field.Word] >> field.Shift) & field.Most) - 1;
    }

    /// <summary>Returns the lowest bit in use in a word; all higher bits are in use.</summary>
    public int LowestBitOf(int word) => lowest[word];

    private static int BitsFor(int code) => BitOperations.Log2((uint)(code + 1)) + 1;

    private readonly record struct Field(int Word, int Shift, uint Most);
}
