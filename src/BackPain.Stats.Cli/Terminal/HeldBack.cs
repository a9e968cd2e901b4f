namespace BackPain.Stats.Cli.Terminal;

/// <summary>
/// Keeps what is written until it is complete, so that a result that fails half-way leaves nothing behind; of a very long one only the
/// beginning.
/// </summary>
/// <param name="inner">Where it goes; left open.</param>
internal sealed class HeldBack(Stream inner) : Stream
{
    private const int Most = 16 * 1024 * 1024;

    private readonly MemoryStream held = new();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        held.Write(buffer);
        if (held.Length > Most)
            Release();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Hands on the rest.</summary>
    public void Complete() => Release();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Release()
    {
        try
        {
            held.WriteTo(inner);
            inner.Flush();
        }
        catch (ArgumentOutOfRangeException error)
        {
            // So .NET says that a file is larger than the user or the file system allows.
            throw new IOException("it exceeds the file size limit", error);
        }
        held.SetLength(0);
    }
}
