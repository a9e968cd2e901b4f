using System.Text;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>Where the program writes: results to one place, everything else to the other.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OutputWidth">Characters in a line of the terminal that standard output is, or 0 if it is none.</param>
/// <param name="ErrorIsTerminal">Whether standard error is a terminal.</param>
public sealed record Streams(Stream Output, TextWriter Error, int OutputWidth, bool ErrorIsTerminal)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard error, behind the door that lets no control character through.</summary>
    public TextWriter Error { get; } = Error as MessageWriter ?? new MessageWriter(Error);

    /// <summary>Those of a command that is run for another: what it writes is not seen.</summary>
    public static Streams Silent { get; } = new(Stream.Null, TextWriter.Null, 0, false);

    /// <summary>Those of the process.</summary>
    public static Streams OfProcess() => new(
        Console.OpenStandardOutput(),
        new StreamWriter(new MessageStream(Console.OpenStandardError()), Utf8) { AutoFlush = true, NewLine = "\n" },
        Console.IsOutputRedirected ? 0 : TerminalWidth(),
        !Console.IsErrorRedirected);

    /// <summary>Standard output for sentences, behind the same door; flush it.</summary>
    public TextWriter Text() => new MessageWriter(Lines());

    /// <summary>Standard output for lines that a shell reads, and that hold no data; flush it.</summary>
    public StreamWriter Lines() => new(Output, Utf8, leaveOpen: true) { NewLine = "\n" };

    private static int TerminalWidth()
    {
        const int Usual = 80;
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
