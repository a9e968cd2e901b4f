using System.Diagnostics;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The program that is tested: the one that was built with the tests, or, in whichever form it is shipped, the one that BACKPAIN_PROGRAM names.</summary>
internal static class BuiltProgram
{
    private static readonly ProgramFile Program = new(Environment.GetEnvironmentVariable("BACKPAIN_PROGRAM") is { Length: > 0 } named
        ? named
        : Path.Combine(AppContext.BaseDirectory, ProgramFile.Name));

    /// <summary>Where it is.</summary>
    public static string Executable => Program.Executable;

    /// <summary>Starts the program.</summary>
    public static Process Start(IEnumerable<string> arguments, string folder, params IEnumerable<(string Variable, string Value)> environment) =>
        Program.Start(arguments, folder, environment);

    /// <summary>Runs a command line to its end.</summary>
    public static Result Run(IEnumerable<string> arguments, string folder, string? input = null, params IEnumerable<(string Variable, string Value)> environment) =>
        Program.Run(arguments, folder, input, environment);

    /// <summary>Runs a command line as a shell would split it, with an input file after a &lt;.</summary>
    public static Result Run(string commandLine, string folder) => Program.Run(commandLine, folder);
}
