using System.Text;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>The output streams of the program: one for results, the other for everything else.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OutputWidth">The width of standard output if it is a terminal, otherwise 0.</param>
/// <param name="ErrorIsTerminal">Whether standard error is a terminal.</param>
public sealed record Streams(Stream Output, TextWriter Error, int OutputWidth, bool ErrorIsTerminal)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard error, with control characters replaced.</summary>
    public TextWriter Error { get; } = Error as MessageWriter ?? new MessageWriter(Error);

    /// <summary>The streams of a command run on behalf of another: its output is discarded.</summary>
    public static Streams Silent { get; } = new(Stream.Null, TextWriter.Null, 0, false);

    /// <summary>The streams of the process.</summary>
    public static Streams OfProcess() => new(
        Console.OpenStandardOutput(),
        new StreamWriter(new MessageStream(Console.OpenStandardError()), Utf8) { AutoFlush = true, NewLine = "\n" },
        Console.IsOutputRedirected ? 0 : TerminalWidth(),
        !Console.IsErrorRedirected);

    /// <summary>A writer of sentences to standard output, with control characters replaced. Dispose it to flush.</summary>
    public TextWriter Text() => new MessageWriter(Lines());

    /// <summary>A writer to standard output of lines that a shell reads and that contain no data. Dispose it to flush.</summary>
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
