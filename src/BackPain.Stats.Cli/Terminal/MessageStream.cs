namespace BackPain.Stats.Cli.Terminal;

/// <summary>
/// The stream of messages. Failures to write, as on a full disk or beyond a file size limit, affect neither the work nor the exit code.
/// </summary>
/// <param name="inner">Standard error.</param>
internal sealed class MessageStream(Stream inner) : OutputStream
{
    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception error) when (error is IOException or ArgumentOutOfRangeException)
        {
            // There is nowhere else to report this; the exit code must do.
        }
    }
}
