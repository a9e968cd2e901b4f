namespace BackPain.Stats.Data.Formats;

/// <summary>UTF-8 text in which every line ends in LF, whether it did in LF, CR LF or CR, and without a byte-order mark.</summary>
/// <param name="text">The text; closed with this stream.</param>
internal sealed class LineEnds(Stream text) : OneWayStream
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private bool hasStarted;
    private bool endsInCarriageReturn;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (text.ReadAtLeast(buffer, Math.Min(buffer.Length, Mark.Length), throwOnEndOfStream: false) is var count and > 0)
        {
            var from = !hasStarted && buffer[..count].StartsWith(Mark) ? Mark.Length : 0;
            hasStarted = true;
            if (Normalize(buffer[from..count], buffer) is var length and > 0)
                return length;
        }
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Writes the text to the start of the buffer of which it is a part; returns its length.</summary>
    private int Normalize(ReadOnlySpan<byte> part, Span<byte> buffer)
    {
        var length = 0;
        while (!part.IsEmpty)
        {
            // The line feed of CR LF, of which the carriage return was a line end already.
            if (endsInCarriageReturn && part[0] == '\n')
                part = part[1..];
            var end = part.IndexOf((byte)'\r');
            endsInCarriageReturn = end >= 0;
            var line = end < 0 ? part : part[..end];
            line.CopyTo(buffer[length..]);
            length += line.Length;
            if (end >= 0)
                buffer[length++] = (byte)'\n';
            part = end < 0 ? [] : part[(end + 1)..];
        }
        return length;
    }
}
