using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace BackPain.Stats.Data.Sources;

/// <summary>Turns the values of a column, as bytes, into small codes. What a value means is decided once for each distinct value.</summary>
/// <param name="decide">The code of a value, given as text; nothing where the bytes are not UTF-8.</param>
internal sealed class ColumnCoder(Func<string?, int> decide)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<byte[], int> codes = new(ByBytes.Comparer);

    /// <summary>The code of a value.</summary>
    public int CodeOf(ReadOnlySpan<byte> value)
    {
        var lookup = codes.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(value, out var code))
            lookup[value] = code = decide(Decode(value));
        return code;
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

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByBytes Comparer = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
