using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Reports;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Runs the blocks of a report, each once, and fills in the values of its sentences. All that fails is told together.</summary>
/// <param name="report">The report.</param>
/// <param name="folder">Its folder, to which relative paths are relative.</param>
/// <param name="run">Runs command lines.</param>
/// <param name="command">The command that this is done for.</param>
/// <param name="log">Where problems go.</param>
internal sealed class ReportRun(Report report, string folder, CommandRunner run, Command command, ProblemLog log)
{
    // What becomes of a result is for the report to say.
    private static readonly string[] Refused = ["--format", "--output", "-o", "--plot", "--plot-kind", "--no-color", "--quiet", "--help", "-h", "--version"];

    private readonly IReadOnlyList<Command> commands = [.. command.Parents.OfType<RootCommand>().Single().Subcommands];

    /// <summary>The results of the blocks that do not fail.</summary>
    public IReadOnlyList<NumberedResult> Results()
    {
        var current = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(folder);
            var blocks = report.Blocks.Select(WithDefaults).ToList();
            blocks.ForEach(Expect);
            var results = NumberedResult.Number(blocks.Select(block => (block, Result: ResultOf(block))).Where(pair => pair.Result is not null).Select(pair => (pair.block, pair.Result!)));
            results.ToList().ForEach(CheckPicture);
            // Where blocks are missing, sentences would only repeat that.
            if (log.Errors == 0)
                Fill(new ValueResolver(results));
            return results;
        }
        finally
        {
            Directory.SetCurrentDirectory(current);
        }
    }

    private Command? CommandOf(ReportBlock block) => commands.FirstOrDefault(candidate => candidate.Name == block.Words[0]);

    private ReportBlock WithDefaults(ReportBlock block)
    {
        var known = CommandOf(block)?.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        // Only a command that reads data has use for what holds for all of them: others refuse what they do not need.
        var defaults = known?.Contains("--where") == true ? report.Front.Defaults : [];
        return block with { Words = [.. block.Words, .. defaults.Where(option => known!.Contains(option[0]) && !block.Words.Any(word => word == option[0] || word.StartsWith($"{option[0]}=", StringComparison.Ordinal))).SelectMany(option => option)] };
    }

    /// <summary>A request that cannot be made is told when the block is run.</summary>
    private void Expect(ReportBlock block)
    {
        try
        {
            run.Expect(block.Words);
        }
        catch (RequestException)
        {
        }
    }

    private BlockResult? ResultOf(ReportBlock block)
    {
        if (block.Words.FirstOrDefault(word => Array.Exists(Refused, refused => word == refused || word.StartsWith($"{refused}=", StringComparison.Ordinal))) is { } refused)
            return Fail(block, new Complaint($"found '{refused}' in {block.Name}", "expected none: the report says what becomes of a result"), ProblemCodes.BadReport);
        if (CommandOf(block) is { } known && known.Options.All(option => option.Name != "--format"))
            return Fail(block, new Complaint($"found '{block.Words[0]}' in {block.Name}", "expected a command that gives a table"), ProblemCodes.BadReport);
        if (block.Words.Contains("-"))
            return Fail(block, new Complaint($"found '-' in {block.Name}", "expected data that can be read again: files or bundled datasets"), ProblemCodes.BadReport);
        try
        {
            var result = run.Run([.. block.Words, "--format", "html", "--quiet"]);
            return result.ExitCode == ExitCode.Done ? result : Fail(block, new Complaint(string.Create(CultureInfo.InvariantCulture, $"{block.Name}: '{Tool.Name} {block.Words[0]}' ends with exit code {result.ExitCode}")), ProblemCodes.FailedBlock);
        }
        catch (Exception error) when (error is RequestException or UnreachableInputException or TooManyStrataException)
        {
            return Fail(block, Complaint.Of($"{block.Name}: {error.Message}"), ProblemCodes.FailedBlock);
        }
        catch (DataException error)
        {
            var more = error.Log.Errors > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {error.Log.Errors - 1} more)") : "";
            return Fail(block, new Complaint($"{block.Name}: {error.Log.ErrorsKept[0].ToString().TrimEnd('.')}{more}"), ProblemCodes.FailedBlock);
        }
    }

    private BlockResult? Fail(ReportBlock block, Complaint complaint, ProblemCode code)
    {
        log.Add(complaint.At(report.Name, block.Line, code));
        return null;
    }

    private void CheckPicture(NumberedResult result)
    {
        if (result.Figure is not null && result.Picture is null)
            Fail(result.Block, new Complaint($"found plot={result.Block.Plot} in {result.Block.Name}", "expected it where there are estimates to draw, as those of 'prevalence'"), ProblemCodes.BadReport);
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
