using System.Diagnostics;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>
/// The program under test: the one that was built with the tests, or the one that BACKPAIN_PROGRAM names, in whichever form it is shipped.
/// The built one runs inside the test process unless a run needs standard input or an environment of its own; with BACKPAIN_FORMS=1 every run is a process.
/// </summary>
internal static class BuiltProgram
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("BACKPAIN_PROGRAM") is { Length: > 0 } named ? named : null;

    private static readonly ProgramFile Program = new(Named ?? Path.Combine(AppContext.BaseDirectory, ProgramFile.Name));

    private static readonly bool IsHosted = Named is null && !ShippedForms.AreTested;

    /// <summary>Where it is.</summary>
    public static string Executable => Program.Executable;

    /// <summary>Starts the program as a process.</summary>
    public static Process Start(IEnumerable<string> arguments, string folder, params IEnumerable<(string Variable, string Value)> environment) =>
        Program.Start(arguments, folder, environment);

    /// <summary>Runs a command line to its end.</summary>
    public static Result Run(IEnumerable<string> arguments, string folder, string? input = null, params IEnumerable<(string Variable, string Value)> environment)
    {
        IReadOnlyList<string> words = [.. arguments];
        return IsHosted && input is null && !environment.Any() && !ReadsStandardInput(words)
            ? HostedProgram.Run(words, folder, Program)
            : Program.Run(words, folder, input, environment);
    }

    /// <summary>Runs a command line as a shell would split it, with an input file after a &lt;.</summary>
    public static Result Run(string commandLine, string folder)
    {
        var (arguments, input) = ProgramFile.Split(commandLine, folder);
        return Run(arguments, folder, input);
    }

    private static bool ReadsStandardInput(IReadOnlyList<string> words) => words.Contains("-") || words.Contains("/dev/stdin");
}
