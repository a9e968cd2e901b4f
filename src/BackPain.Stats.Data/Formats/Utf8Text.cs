using System.Text;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Formats;

/// <summary>
/// The text of a file as UTF-8, whatever its encoding. Bytes that cannot be decoded stay recognizable; see <see cref="UndecodableBytes"/>.
/// </summary>
/// <param name="inner">The bytes of the file; closed with this stream.</param>
/// <param name="named">The encoding that somebody named; null for UTF-8. A byte-order mark wins over it.</param>
internal sealed class Utf8Text(Stream inner, Encoding? named) : OneWayStream
{
    private const int ChunkSize = 64 * 1024;

    private readonly byte[] chunk = new byte[ChunkSize];
    private Encoding encoding = named ?? Encoding.UTF8;
    private bool hasStarted;
    private bool hasEnded;
    private Decoder? decoder;
    private char[] characters = [];
    private byte[] utf8 = [];
    private (int Start, int End) pending;
    private (int Start, int End) unread;

    /// <summary>The name of the encoding; as somebody named it until the first byte is read.</summary>
    public string EncodingName => IsUtf8 ? "UTF-8" : encoding.WebName;

    /// <summary>The code for text with bytes that cannot be decoded.</summary>
    public ProblemCode UndecodableCode => IsUtf8 ? ProblemCodes.NotUtf8 : ProblemCodes.UndecodableText;

    private bool IsUtf8 => encoding.CodePage == Encoding.UTF8.CodePage;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!hasStarted)
            Start();
        if (decoder is null)
            return pending.Start < pending.End ? Take(chunk, ref pending, buffer) : inner.Read(buffer);
        while (unread.Start == unread.End && !hasEnded)
            DecodeChunk();
        return Take(utf8, ref unread, buffer);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static (Encoding? Encoding, int Length) MarkIn(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        _ => (null, 0),
    };

    private static int Take(byte[] from, ref (int Start, int End) range, Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, range.End - range.Start);
        from.AsSpan(range.Start, count).CopyTo(buffer);
        range.Start += count;
        return count;
    }

    private void Start()
    {
        hasStarted = true;
        // A mark is up to four bytes, which a pipe may hand over one by one.
        while (pending.End < 4 && inner.Read(chunk.AsSpan(pending.End)) is var count and > 0)
            pending.End += count;
        var (marked, length) = MarkIn(chunk.AsSpan(0, pending.End));
        encoding = marked ?? encoding;
        if (IsUtf8)
            return;
        pending.Start = length;
        decoder = UndecodableBytes.KeptIn(encoding).GetDecoder();
        characters = new char[encoding.GetMaxCharCount(ChunkSize)];
        utf8 = new byte[3 * characters.Length];
    }

    private void DecodeChunk()
    {
        if (pending.Start == pending.End)
        {
            pending = (0, inner.Read(chunk));
            hasEnded = pending.End == 0;
        }
        var length = decoder!.GetChars(chunk.AsSpan(pending.Start, pending.End - pending.Start), characters, flush: hasEnded);
        pending = (0, 0);
        unread = (0, UndecodableBytes.Encode(characters.AsSpan(0, length), utf8));
    }
}
