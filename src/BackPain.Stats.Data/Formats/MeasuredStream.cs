using System.Security.Cryptography;

namespace BackPain.Stats.Data.Formats;

/// <summary>Passes bytes on, and knows afterwards how many there were and, if asked for, their fingerprint.</summary>
/// <param name="inner">Where the bytes come from; closed with this stream.</param>
/// <param name="expected">How many bytes there will be, where that is known.</param>
/// <param name="fingerprint">Whether to take a fingerprint, which on a large file is an eighth of the work of counting it.</param>
public sealed class MeasuredStream(Stream inner, long? expected, bool fingerprint) : OneWayStream
{
    private readonly IncrementalHash? hash = fingerprint ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes there are in all, where that is known.</summary>
    public long? Expected => expected;

    /// <summary>SHA-256 of the bytes read so far, in hexadecimal; nothing where no fingerprint is taken.</summary>
    public string? Sha256() => hash is null ? null : Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        hash?.AppendData(buffer[..count]);
        Bytes += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash?.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
