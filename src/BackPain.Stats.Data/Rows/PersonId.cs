using System.Security.Cryptography;
using System.Text;

namespace BackPain.Stats.Data.Rows;

/// <summary>
/// The id of a row in sixteen bytes: up to fifteen bytes as they are, or else the first bytes of their SHA-256, which no two different ids
/// share in practice.
/// </summary>
internal readonly record struct PersonId(ulong High, ulong Low)
{
    private const int LongestExact = 15;
    private const byte IsFingerprint = 0xFF;

    /// <summary>The id of the bytes.</summary>
    public static PersonId Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> packed = stackalloc byte[16];
        packed.Clear();
        if (bytes.Length <= LongestExact)
        {
            bytes.CopyTo(packed);
            packed[LongestExact] = (byte)bytes.Length;
        }
        else
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes, hash);
            hash[..LongestExact].CopyTo(packed);
            packed[LongestExact] = IsFingerprint;
        }
        return new PersonId(BitConverter.ToUInt64(packed[8..]), BitConverter.ToUInt64(packed));
    }

    /// <summary>The part of a text that counts when ids are compared: 1.0 is 1 and 2.50 is 2.5, but 07 is not 7.</summary>
    public static ReadOnlySpan<byte> Shortest(ReadOnlySpan<byte> text, bool decimalComma)
    {
        var point = text.IndexOf(decimalComma ? (byte)',' : (byte)'.');
        if (point < 0)
            return text;
        var whole = text is [(byte)'-', ..] ? text[1..point] : text[..point];
        var decimals = text[(point + 1)..];
        if (whole.IsEmpty || (whole.Length > 1 && whole[0] == '0') || decimals.IsEmpty || !AreDigits(whole) || !AreDigits(decimals))
            return text;
        var kept = decimals.LastIndexOfAnyExcept((byte)'0');
        return kept < 0 ? text[..point] : text[..(point + 2 + kept)];
    }

    /// <summary>The same of a text.</summary>
    public static string Shortest(string text, bool decimalComma) =>
        Encoding.UTF8.GetString(Shortest(Encoding.UTF8.GetBytes(text), decimalComma));

    /// <inheritdoc/>
    public override int GetHashCode() => (int)((((High ^ 0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD) ^ (Low * 0x9E3779B97F4A7C15)) >> 32);

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
