namespace BackPain.Stats.Cli.Terminal;

/// <summary>
/// Keeps what is written until it is complete, so that a result that fails half-way leaves nothing behind; of a very long one only the
/// beginning.
/// </summary>
/// <param name="inner">Where it goes; left open.</param>
internal sealed class HeldBack(Stream inner) : OutputStream
{
    private const int Most = 16 * 1024 * 1024;

    private readonly MemoryStream held = new();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        held.Write(buffer);
        if (held.Length > Most)
            Release();
    }

    /// <summary>Hands on the rest.</summary>
    public void Complete() => Release();

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
