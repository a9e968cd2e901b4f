using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Reports;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands;

/// <summary>
/// Runs the blocks of a report, each once, and fills in the values of its sentences. Everything that fails is reported together.
/// </summary>
/// <param name="report">The report.</param>
/// <param name="folder">Its folder, to which relative paths are relative.</param>
/// <param name="run">Runs command lines.</param>
/// <param name="databases">The databases that the blocks may query.</param>
/// <param name="command">The command on whose behalf the blocks run.</param>
/// <param name="log">Collects the problems.</param>
internal sealed class ReportRun(
    Report report,
    string folder,
    CommandRunner run,
    DatabasePermission databases,
    Command command,
    ProblemLog log)
{
    private readonly IReadOnlyList<Command> commands = [.. command.Parents.OfType<RootCommand>().Single().Subcommands];

    /// <summary>The results of the blocks that did not fail.</summary>
    public IReadOnlyList<NumberedResult> Results()
    {
        CheckDefaults();
        var blocks = report.Blocks.Select(WithDefaults).ToList();
        blocks.ForEach(Expect);
        var finished = blocks.Select(block => (Block: block, Result: ResultOf(block))).Where(pair => pair.Result is not null);
        var results = NumberedResult.Number(finished.Select(pair => (pair.Block, pair.Result!)), report.Anchors);
        results.ToList().ForEach(CheckPicture);
        Fill(new ValueResolver(results, report.Ids));
        return results;
    }

    /// <summary>Default options apply only to commands that read data: others refuse options that they do not have.</summary>
    private static bool TakesDefaults(Command known) => known is ProgramCommand { ReadsData: true };

    /// <summary>An option unknown to every command would be dropped everywhere without notice, so it is reported.</summary>
    private void CheckDefaults()
    {
        var options = commands.Where(TakesDefaults).SelectMany(candidate => candidate.Options);
        var known = options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in report.Front.Defaults.Select(option => NameOf(option[0])))
        {
            if (known.Contains(name) || !name.StartsWith("--", StringComparison.Ordinal))
                continue;
            var suggestion = Nearest.Suggestion(name, known);
            var complaint = new Complaint($"found '{name}' among the defaults", "expected options of commands that read data", suggestion);
            log.Add(complaint.At(report.Name, report.Front.DefaultsLine, ProblemCodes.BadReport));
        }
    }

    private ReportBlock WithDefaults(ReportBlock block)
    {
        var parsed = run.Parse(block.Words);
        if (!TakesDefaults(parsed.CommandResult.Command))
            return block;
        var known = parsed.CommandResult.Command.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        var typed = BlockRules.OptionsIn(parsed).ToHashSet(StringComparer.Ordinal);
        known.ExceptWith(typed);
        var defaults = report.Front.Defaults.Where(option => known.Contains(NameOf(option[0])));
        return block with { Defaults = [.. defaults.SelectMany(option => option)] };
    }

    /// <summary>The name of an option, without a value joined to it.</summary>
    private static string NameOf(string word) => word.IndexOfAny(['=', ':']) is >= 0 and var sign ? word[..sign] : word;

    /// <summary>An impossible request is reported when the block runs.</summary>
    private void Expect(ReportBlock block)
    {
        try
        {
            run.Expect(block.CommandLine);
        }
        catch (RequestException)
        {
        }
    }

    private CapturedResult? ResultOf(ReportBlock block)
    {
        if (BlockRules.ObjectionTo(block, run.Parse(block.CommandLine), folder) is { } objection)
            return Fail(block, objection, ProblemCodes.BadReport);
        try
        {
            var result = run.Run(block.CommandLine, ["--format", "html", "--quiet"], databases);
            return result.ExitCode == ExitCode.Done ? result : Fail(block, result);
        }
        catch (RefusalException refusal)
        {
            var complaint = $"{block.Name}: {RefusalText.SentenceOf(refusal)}";
            return Fail(
                block,
                refusal is DataException ? new Complaint(complaint.TrimEnd('.')) : Complaint.Of(complaint),
                ProblemCodes.FailedBlock);
        }
    }

    /// <summary>Reports a command that produced a result but did not succeed, with its findings.</summary>
    private CapturedResult? Fail(ReportBlock block, CapturedResult result)
    {
        Complain(string.Create(CultureInfo.InvariantCulture, $"'{Tool.Name} {block.Words[0]}' ends with exit code {result.ExitCode}"));
        var errors = ProblemTable.ErrorsIn(result.Result.Rows).ToList();
        errors.Take(ProblemLog.Shown).ToList().ForEach(error => Complain(error.TrimEnd('.')));
        if (errors.Count > ProblemLog.Shown)
            Complain(string.Create(CultureInfo.InvariantCulture, $"and {errors.Count - ProblemLog.Shown} more errors"));
        return null;

        void Complain(string what) => Fail(block, new Complaint($"{block.Name}: {what}"), ProblemCodes.FailedBlock);
    }

    private CapturedResult? Fail(ReportBlock block, Complaint complaint, ProblemCode code)
    {
        log.Add(complaint.At(report.Name, block.Line, code));
        return null;
    }

    private void CheckPicture(NumberedResult result)
    {
        if (result.Figure is not null && result.Picture is null)
            Fail(
                result.Block,
                new Complaint(
                    $"found plot={result.Block.Plot} in {result.Block.Name}",
                    "expected it where there are estimates to draw, as those of 'prevalence'"),
                ProblemCodes.BadReport);
        else if (result.Picture?.Objection(result.Result.Result.Chart!) is { } objection)
            Fail(result.Block, new Complaint($"{result.Block.Name}: {objection.TrimEnd('.')}"), ProblemCodes.BadReport);
    }

    private void Fill(ValueResolver resolver)
    {
        foreach (var value in report.Values)
        {
            if (resolver.Resolve(value) is { } complaint)
                log.Add(complaint.At(report.Name, value.Line + 1, ProblemCodes.BadReport));
        }
    }
}
