using System.CommandLine;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Options;

/// <summary>The option that makes findings fail a pipeline through the exit code. Shared by every command that reads data.</summary>
internal sealed class StrictOption
{
    private readonly CliOption<bool> strict = CliOption
        .Switch(
            "--strict",
            "Exit with code 4 if the data are odd or a warning is actionable (docs/notes.md). The result is written anyway.")
        .WithEffect(ReadingEffect.None);

    public Option Option => strict;

    /// <summary>
    /// The exit code of a command that has written its result: a failed check if --strict is given and there are findings.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="found">The codes of the oddities and warnings.</param>
    /// <param name="error">Receives the reason.</param>
    public int ExitCodeIn(ParseResult parsed, IEnumerable<string> found, TextWriter error)
    {
        var actionable = found.Where(IsActionable).Distinct(StringComparer.Ordinal).ToList();
        if (!parsed.GetValue(strict) || actionable.Count == 0)
            return ExitCode.Done;
        error.WriteLine($"{Tool.Name}: --strict: to be looked into: {string.Join(", ", actionable)}.");
        return ExitCode.CheckFailed;
    }

    private static bool IsActionable(string code) =>
        NoteCodes.Find(code)?.IsActionable ?? ProblemCodes.All.Any(known => known.Name == code);
}
