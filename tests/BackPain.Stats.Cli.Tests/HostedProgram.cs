using System.Text;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>
/// The program inside the test process: the same arguments, streams and exit code without the start of a runtime, which costs more than most runs.
/// The current folder belongs to the whole process, so runs take turns; a run lasts milliseconds once its code is compiled.
/// </summary>
internal static class HostedProgram
{
    private static readonly Lock Turn = new();

    /// <summary>Runs a command line in a folder.</summary>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="folder">The current folder of the run.</param>
    /// <param name="program">The program as a file, whose output is made the same on every machine in the same way.</param>
    public static Result Run(IReadOnlyList<string> arguments, string folder, ProgramFile program)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = In(folder, () => App.Run(arguments, new Streams(output, error, OutputWidth: 0, ErrorIsTerminal: false), CancellationToken.None));
        return new Result(program.Plain(Encoding.UTF8.GetString(output.ToArray())), program.Plain(error.ToString()), exitCode);
    }

    /// <summary>Runs a command line in a folder, with streams of the caller's own.</summary>
    public static int Run(IReadOnlyList<string> arguments, string folder, Streams streams) =>
        In(folder, () => App.Run(arguments, streams, CancellationToken.None));

    private static int In(string folder, Func<int> run)
    {
        lock (Turn)
        {
            var before = Directory.GetCurrentDirectory();
            Directory.SetCurrentDirectory(folder);
            try
            {
                return run();
            }
            finally
            {
                Directory.SetCurrentDirectory(before);
            }
        }
    }
}
