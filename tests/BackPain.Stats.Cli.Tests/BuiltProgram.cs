using System.Diagnostics;
using System.Text;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Tables;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The program as it was built, run as its users run it.</summary>
internal static class BuiltProgram
{
    /// <summary>Where it is.</summary>
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "backpain.exe" : "backpain");

    /// <summary>Starts the program.</summary>
    public static Process Start(IEnumerable<string> arguments, string folder, params IEnumerable<(string Variable, string Value)> environment)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a command line to its end.</summary>
    public static Result Run(IEnumerable<string> arguments, string folder, string? input = null, params IEnumerable<(string Variable, string Value)> environment)
    {
        using var process = Start(arguments, folder, environment);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(Plain(output), Plain(error.Result), process.ExitCode);
    }

    /// <summary>Runs a command line as a shell would split it, with an input file after a &lt;.</summary>
    public static Result Run(string commandLine, string folder)
    {
        var words = ShellWords.Split(commandLine).ToList();
        var from = words.IndexOf("<");
        var input = from < 0 ? null : File.ReadAllText(Path.Combine(folder, words[from + 1]));
        return Run((from < 0 ? words : words.Take(from)).SkipWhile(word => word != Tool.Name && word != "--").Skip(1), folder, input);
    }

    /// <summary>Without what differs from machine to machine.</summary>
    private static string Plain(string text) => text
        .Replace(Path.Combine(AppContext.BaseDirectory, "data"), "<data>", StringComparison.Ordinal)
        .Replace("\r\n", "\n", StringComparison.Ordinal);
}

/// <summary>What a run left.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record Result(string Output, string Error, int ExitCode);
