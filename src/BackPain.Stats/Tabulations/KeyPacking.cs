using System.Numerics;
using System.Runtime.CompilerServices;

namespace BackPain.Stats.Tabulations;

/// <summary>How the codes of a key lie in a few whole numbers: the first in the highest bits, so that packed keys compare as their codes do, one after another.</summary>
internal sealed class KeyPacking
{
    private const int WordBits = 64;

    private readonly int[] bits;
    private readonly Field[] fields;
    private readonly int[] lowest;

    /// <param name="bits">For each code how many bits it may have; code and bits count from <see cref="Tabulation.NoLevel"/>, which is packed as 0.</param>
    private KeyPacking(int[] bits)
    {
        (this.bits, fields) = (bits, new Field[bits.Length]);
        var (word, free) = (0, WordBits);
        var rests = new List<int>();
        for (var place = 0; place < bits.Length; place++)
        {
            if (bits[place] > free)
            {
                rests.Add(free);
                (word, free) = (word + 1, WordBits);
            }
            free -= bits[place];
            fields[place] = new Field(word, free, (uint)((1UL << bits[place]) - 1));
        }
        lowest = [.. rests, free];
    }

    /// <summary>Codes in a key.</summary>
    public int Places => bits.Length;

    /// <summary>The numbers that a key takes.</summary>
    public int Words => lowest.Length;

    /// <summary>For keys of which nothing is known yet.</summary>
    /// <param name="width">Codes in a key.</param>
    public static KeyPacking Narrow(int width) => new([.. Enumerable.Repeat(4, width)]);

    /// <summary>For keys whose numbers of levels are known.</summary>
    public static KeyPacking For(IEnumerable<int> levels) => new([.. levels.Select(count => BitsFor(count - 1))]);

    /// <summary>The same with room for a key that does not fit, and for some more.</summary>
    public KeyPacking WithRoomFor(ReadOnlySpan<int> key)
    {
        var wider = bits.ToArray();
        for (var place = 0; place < wider.Length; place++)
        {
            if (BitsFor(key[place]) is var needed && needed > bits[place])
                wider[place] = Math.Min(32, needed + 1);
        }
        return new KeyPacking(wider);
    }

    /// <summary>Packs a key; false where it does not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPack(ReadOnlySpan<int> key, Span<ulong> packed)
    {
        packed.Clear();
        for (var place = 0; place < key.Length; place++)
        {
            var field = fields[place];
            var code = (uint)(key[place] + 1);
            if (code > field.Most)
                return false;
            packed[field.Word] |= (ulong)code << field.Shift;
        }
        return true;
    }

    /// <summary>The code at a place of a packed key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOf(ReadOnlySpan<ulong> packed, int place)
    {
        var field = fields[place];
        return (int)((uint)(packed[field.Word] >> field.Shift) & field.Most) - 1;
    }

    /// <summary>The lowest bit of a number that is used; all above it are.</summary>
    public int LowestBitOf(int word) => lowest[word];

    private static int BitsFor(int code) => BitOperations.Log2((uint)(code + 1)) + 1;

    private readonly record struct Field(int Word, int Shift, uint Most);
}
