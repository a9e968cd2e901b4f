using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace BackPain.Stats.Data.Values;

/// <summary>Turns the values of a column, as bytes, into small codes. What a value means is decided once for each distinct value.</summary>
/// <remarks>
/// Values of up to seven bytes, which nearly all codes of a survey are, fit into one number with their length, and are looked up as that.
/// </remarks>
/// <param name="decide">The code of a value, given as text; nothing where the bytes are not UTF-8.</param>
internal sealed class ColumnCoder(Func<string?, int> decide)
{
    private const int LongestShort = 7;
    private const ulong Taken = 1UL << 63;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<byte[], int> longCodes = new(ByBytes.Comparer);
    private (ulong Key, int Code)[] slots = new (ulong, int)[64];
    private int count;

    /// <summary>The code of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> value)
    {
        if (value.Length > LongestShort)
            return CodeOfLong(value);
        var key = KeyOf(value);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot].Key == key)
                return slots[slot].Code;
            if (slots[slot].Key == 0)
                return Add(key, decide(Decode(value)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(ReadOnlySpan<byte> value)
    {
        var key = Taken | ((ulong)value.Length << 56);
        if (value.Length >= sizeof(uint))
        {
            return key
                | BinaryPrimitives.ReadUInt32LittleEndian(value)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(value[^sizeof(uint)..]) << (8 * (value.Length - sizeof(uint))));
        }
        for (var i = 0; i < value.Length; i++)
            key |= (ulong)value[i] << (8 * i);
        return key;
    }

    private static string? Decode(ReadOnlySpan<byte> value)
    {
        try
        {
            return Strict.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private int CodeOfLong(ReadOnlySpan<byte> value)
    {
        var lookup = longCodes.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(value, out var code))
            lookup[value] = code = decide(Decode(value));
        return code;
    }

    private int SlotOf(ulong key) => (int)((key * Golden) >> (64 - BitOperations.Log2((uint)slots.Length)));

    private int Add(ulong key, int code)
    {
        if (++count > slots.Length / 2)
        {
            var old = slots;
            slots = new (ulong, int)[2 * old.Length];
            foreach (var entry in old.Where(entry => entry.Key != 0))
                Put(entry.Key, entry.Code);
        }
        Put(key, code);
        return code;
    }

    private void Put(ulong key, int code)
    {
        var slot = SlotOf(key);
        while (slots[slot].Key != 0)
            slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = (key, code);
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByBytes Comparer = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        /// <summary>Eight bytes at a time; the last eight may overlap. Values are longer than seven bytes.</summary>
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = (ulong)alternate.Length;
            for (var rest = alternate; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
                hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(alternate[^sizeof(ulong)..]));
            return (int)(hash >> 32);

            static ulong Mix(ulong hash, ulong part) => BitOperations.RotateLeft((hash ^ part) * Golden, 29);
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
