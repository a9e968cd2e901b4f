using System.Diagnostics;
using System.Text;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Tests;

/// <summary>A file that is the program, run as its users run it.</summary>
/// <param name="executable">Where it is; its data are beside it.</param>
internal sealed class ProgramFile(string executable)
{
    /// <summary>What it is called on this platform.</summary>
    public static readonly string Name = OperatingSystem.IsWindows() ? "backpain.exe" : "backpain";

    /// <summary>Where it is.</summary>
    public string Executable => executable;

    /// <summary>Starts the program.</summary>
    public Process Start(IEnumerable<string> arguments, string folder, params IEnumerable<(string Variable, string Value)> environment)
    {
        var start = new ProcessStartInfo(executable, arguments)
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
    public Result Run(IEnumerable<string> arguments, string folder, string? input = null, params IEnumerable<(string Variable, string Value)> environment)
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
    public Result Run(string commandLine, string folder)
    {
        var (arguments, input) = Split(commandLine, folder);
        return Run(arguments, folder, input);
    }

    /// <summary>The arguments of a command line, and the text of the input file after a &lt;.</summary>
    public static (IReadOnlyList<string> Arguments, string? Input) Split(string commandLine, string folder)
    {
        var words = ShellWords.Split(commandLine).ToList();
        var from = words.IndexOf("<");
        var input = from < 0 ? null : File.ReadAllText(Path.Combine(folder, words[from + 1]));
        return ([.. (from < 0 ? words : words.Take(from)).SkipWhile(word => word != Tool.Name && word != "--").Skip(1)], input);
    }

    /// <summary>Output without what differs from machine to machine.</summary>
    public string Plain(string text) => text
        .Replace(Path.Combine(Path.GetDirectoryName(executable)!, "data"), "<data>", StringComparison.Ordinal)
        .Replace("\r\n", "\n", StringComparison.Ordinal);
}

/// <summary>What a run left.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record Result(string Output, string Error, int ExitCode);
