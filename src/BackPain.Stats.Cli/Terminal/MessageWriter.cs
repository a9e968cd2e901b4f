using System.Text;
using BackPain.Stats.Cli.Rendering;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>
/// The only writer of text for people. The text contains names and values from data, in which a control character could move the
/// cursor, rename the window or hide a message: all are replaced.
/// </summary>
/// <param name="inner">The underlying writer.</param>
public sealed class MessageWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Writes one character. Line feeds and carriage returns are the program's own and pass.</summary>
    public override void Write(char value) => inner.Write(value is '\n' or '\r' ? value : TextLayout.Printable(value));

    /// <summary>Writes lines.</summary>
    public override void Write(string? value) => inner.Write(string.Join('\n', (value ?? "").Split('\n').Select(TextLayout.Printable)));

    /// <summary>Writes one line; line breaks within it are replaced.</summary>
    public override void WriteLine(string? value) => inner.Write($"{TextLayout.Printable(value ?? "")}\n");

    /// <inheritdoc/>
    public override void WriteLine() => inner.Write('\n');

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
