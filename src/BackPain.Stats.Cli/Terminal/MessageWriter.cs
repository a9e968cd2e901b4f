using System.Text;
using BackPain.Stats.Cli.Rendering;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>
/// The one door through which text for people leaves the program. Names and values of data are part of it, and a control character in
/// one of them could move the
/// cursor, rename the window or hide what is said: none passes.
/// </summary>
/// <param name="inner">What is behind the door.</param>
public sealed class MessageWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Writes one character. The program itself ends lines, and goes back to the start of the line of its progress.</summary>
    public override void Write(char value) => inner.Write(value is '\n' or '\r' ? value : TextLayout.Printable(value));

    /// <summary>Writes lines.</summary>
    public override void Write(string? value) => inner.Write(string.Join('\n', (value ?? "").Split('\n').Select(TextLayout.Printable)));

    /// <summary>Writes one line, whatever is in it.</summary>
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
