using System.IO.Compression;

namespace BackPain.Stats.Data.Formats;

/// <summary>What a gzip file holds: one compressed member, or several that follow each other.</summary>
/// <remarks>
/// The framework takes anything that is not the start of another member for the end of the data, so that a member with a damaged header
/// and all that follow it would be lost. It asks for more input until it has reached such bytes: if it stops without having seen the end
/// of the file, there are some. Zero padding after the last member is refused as well, since it looks like a member that was wiped out.
/// </remarks>
internal sealed class GzipData : OneWayStream
{
    private readonly Input input;
    private readonly GZipStream members;

    /// <param name="compressed">The bytes of the file; closed with this stream.</param>
    public GzipData(Stream compressed)
    {
        // Without this the framework takes the end of a file that was cut off for the end of the data.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        input = new Input(compressed);
        members = new GZipStream(input, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The bytes are not gzip, are damaged, or are followed by others.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = members.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException("bytes that do not decompress, or an end before the end", error);
        }
        if (count == 0 && buffer.Length > 0 && !input.HasEnded)
            throw new InvalidDataException("bytes after the end of the compressed data that are not another gzip member");
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            members.Dispose();
            input.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>The bytes of the file, and whether their end has been reached.</summary>
    private sealed class Input(Stream inner) : OneWayStream
    {
        public bool HasEnded { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            HasEnded |= count == 0 && buffer.Length > 0;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
