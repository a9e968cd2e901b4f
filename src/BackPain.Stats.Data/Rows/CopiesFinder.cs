using System.Security.Cryptography;
using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Rows;

/// <summary>
/// Finds inputs that hold the same rows under different names, so that everybody in them was probably counted twice: copies byte for
/// byte, or of the same text in another compression, in another encoding, or with other line ends.
/// </summary>
/// <remarks>
/// Only inputs with the same columns and as many rows are compared, up to the first difference, so that nothing but a copy is read to
/// its end again.
/// </remarks>
/// <param name="log">Where oddities go.</param>
internal sealed class CopiesFinder(ProblemLog log)
{
    private const int Chunk = 1 << 16;

    private static readonly byte[] LineFeed = "\n"u8.ToArray();
    private static readonly byte[] CarriageReturn = "\r"u8.ToArray();

    private readonly List<Input> inputs = [];

    /// <summary>Remembers an input that has been read to its end.</summary>
    /// <param name="file">The input.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="encoding">The encoding that somebody named; null for UTF-8.</param>
    public void Add(InputFile file, DataRows rows, Encoding? encoding) =>
        inputs.Add(new Input(file, rows.Progress.Bytes, rows.Sha256, rows.Header, rows.Rows, encoding));

    /// <summary>Reports the copies.</summary>
    public void Report()
    {
        for (var later = 1; later < inputs.Count; later++)
        {
            var copy = inputs[later];
            var (original, what) = inputs.Take(later)
                .Select(earlier => (earlier, Shared: SharedBy(earlier, copy)))
                .FirstOrDefault(pair => pair.Shared is not null);
            if (original is not null)
                log.Add(new Problem(copy.File.Name, 1, ProblemCodes.CopyOfInput, $"found the same {what} as in {original.File.Name}"));
        }
    }

    /// <summary>What two inputs have in common: bytes, or the text that they stand for; null if they differ.</summary>
    private static string? SharedBy(Input one, Input other)
    {
        if (one.Rows != other.Rows || !one.Columns.SequenceEqual(other.Columns, StringComparer.Ordinal))
            return null;
        if (one.File.CanBeReadAgain && other.File.CanBeReadAgain)
        {
            return one.Bytes == other.Bytes && AreTheSame(one.Open(), other.Open()) ? "bytes"
                : AreTheSame(one.OpenText(), other.OpenText()) ? "text"
                : null;
        }
        // What came through a pipe cannot be read again; of it only the fingerprint is known.
        if (!one.File.CanBeReadAgain && !other.File.CanBeReadAgain)
            return one.Sha256 == other.Sha256 ? "bytes" : null;
        var (gone, there) = one.File.CanBeReadAgain ? (other, one) : (one, other);
        return gone.Sha256 == FingerprintOf(there.Open()) ? "bytes"
            : FingerprintsOf(there.OpenText()).Contains(gone.Sha256) ? "text"
            : null;
    }

    private static bool AreTheSame(Stream one, Stream other)
    {
        using (one)
        using (other)
        {
            var (a, b) = (new byte[Chunk], new byte[Chunk]);
            while (true)
            {
                var count = one.ReadAtLeast(a, Chunk, throwOnEndOfStream: false);
                var otherCount = other.ReadAtLeast(b, Chunk, throwOnEndOfStream: false);
                var length = Math.Min(count, otherCount);
                if (!a.AsSpan(0, length).SequenceEqual(b.AsSpan(0, length)))
                    return false;
                if (count != otherCount)
                {
                    var rest = count > length ? a[length..count] : b[length..otherCount];
                    return IsFinalLineEnd(rest) && one.ReadByte() < 0 && other.ReadByte() < 0;
                }
                if (count < Chunk)
                    return true;
            }
        }
    }

    /// <summary>Whether what one text has more than the other is but the end of its last line.</summary>
    private static bool IsFinalLineEnd(byte[] rest) => rest.SequenceEqual(LineFeed);

    private static string FingerprintOf(Stream bytes)
    {
        using (bytes)
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The fingerprints of a text with each kind of line end.</summary>
    private static IReadOnlyList<string> FingerprintsOf(Stream text)
    {
        using (text)
        using (var plain = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        using (var windows = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            var chunk = new byte[Chunk];
            while (text.Read(chunk) is var count and > 0)
            {
                plain.AppendData(chunk.AsSpan(0, count));
                for (var rest = chunk.AsSpan(0, count); !rest.IsEmpty;)
                {
                    var end = rest.IndexOf(LineFeed);
                    windows.AppendData(end < 0 ? rest : rest[..end]);
                    if (end >= 0)
                    {
                        windows.AppendData(CarriageReturn);
                        windows.AppendData(LineFeed);
                    }
                    rest = end < 0 ? [] : rest[(end + 1)..];
                }
            }
            return [Convert.ToHexStringLower(plain.GetHashAndReset()), Convert.ToHexStringLower(windows.GetHashAndReset())];
        }
    }

    /// <summary>An input that was read to its end.</summary>
    private sealed record Input(InputFile File, long Bytes, string? Sha256, IReadOnlyList<string> Columns, long Rows, Encoding? Encoding)
    {
        public Stream Open() => File.Open(fingerprint: false);

        public Stream OpenText() => new LineEnds(new Utf8Text(File.IsCompressed ? new GzipData(Open()) : Open(), Encoding));
    }
}
