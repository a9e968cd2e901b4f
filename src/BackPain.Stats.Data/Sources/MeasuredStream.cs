using System.Security.Cryptography;

namespace BackPain.Stats.Data.Sources;

/// <summary>Passes bytes on, and knows afterwards how many there were and their fingerprint.</summary>
/// <param name="inner">Where the bytes come from; closed with this stream.</param>
/// <param name="expected">How many bytes there will be, where that is known.</param>
public sealed class MeasuredStream(Stream inner, long? expected) : OneWayStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes there are in all, where that is known.</summary>
    public long? Expected => expected;

    /// <summary>SHA-256 of the bytes read so far, in hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        hash.AppendData(buffer[..count]);
        Bytes += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
