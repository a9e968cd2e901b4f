using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli;

/// <summary>
/// Runs command lines on behalf of another command, through the same code, but without showing their results. Only a report may run
/// commands that run commands themselves.
/// </summary>
/// <param name="caller">The run of the other command.</param>
/// <param name="depth">The number of commands that run this one, nested.</param>
internal sealed class Runner(RunContext caller, int depth) : CommandRunner
{
    private const int Deepest = 2;

    private static IReadOnlyList<string> AsCsv => ["--format", Renderers.Csv.Name, "--quiet"];

    /// <inheritdoc/>
    public override CommandRunner In(string folder) => new Runner(caller.In(folder), depth);

    /// <inheritdoc/>
    public override ParseResult Parse(IReadOnlyList<string> words) => App.Parse(caller, words, depth + 1);

    /// <inheritdoc/>
    public override void Expect(IReadOnlyList<string> words)
    {
        var parsed = Parse(words);
        if (parsed.Errors.Count == 0 && parsed.CommandResult.Command is ProgramCommand command)
            command.Expect(parsed);
    }

    /// <inheritdoc/>
    public override CapturedResult Run(IReadOnlyList<string> words, IReadOnlyList<string> output, DatabasePermission databases)
    {
        if (depth == Deepest)
            throw new RequestException($"'{ShellWords.Join(caller.Arguments)}' runs commands itself.");
        (Result Result, Style Style)? result = null;
        // Parsed alone first, so that an option at the end cannot take what is added as its value.
        var typed = Parse(words);
        if (typed.Errors.Count > 0)
            throw new RequestException($"'{ShellWords.Join(words)}': {UsageErrors.SentenceFor(typed.Errors[0], typed)}");
        var command = typed.CommandResult.Command;
        if (words.Count == 0 || command.Name != words[0] || command.Options.All(option => option.Name != output[0]))
            throw new RequestException($"'{ShellWords.Join(words)}' produces no table.");
        var run = caller.Within(words, (shown, style) => result = (shown, style), databases);
        var exitCode = App.Invoke(App.Parse(run, [words[0], .. output, .. words.Skip(1)], depth + 1), TextWriter.Null, TextWriter.Null);
        return result is { } shown
            ? new CapturedResult(shown.Result, shown.Style, exitCode)
            : throw new RequestException($"'{ShellWords.Join(words)}' produces no table.");
    }

    /// <summary>Runs the command line of a cited figure.</summary>
    /// <remarks>Only commands run by a report may run commands themselves, so a figure starts one level deeper.</remarks>
    public Result RunFigure(string commandLine) =>
        new Runner(caller, Math.Max(depth, 1)).Run(ShellWords.Split(commandLine), AsCsv, DatabasePermission.OfRegistry).Result;
}
