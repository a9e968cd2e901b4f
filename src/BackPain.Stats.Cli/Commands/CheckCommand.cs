using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Reports what is wrong or odd in a file, each finding with its line. Estimates nothing.</summary>
internal sealed class CheckCommand : DataCommand
{
    public CheckCommand(RunContext run)
        : base(run, "check", "List what is wrong or odd in a file, each finding with its line; no estimates.", Renderers.Text) =>
        AddOptions(Output.PlainGroup.Options);

    public override IReadOnlyList<OptionGroup> Groups => [.. Data.Groups, Output.PlainGroup];

    public override IReadOnlyList<string> Examples =>
    [
        "backpain check example-survey",
        "backpain check example-survey --point pain_now --lifetime pain_ever --format csv",
    ];

    protected override int Execute(ParseResult parsed)
    {
        var log = new ProblemLog(keep: int.MaxValue, seeksOddities: true);
        var provenance = Run.Provenance();
        var footnotes = new List<string>();
        try
        {
            var study = Read(parsed, Data.RequestIn(parsed) with { OnlyCheck = true }, log);
            provenance = StudyProvenance.Of(study, Run.Arguments);
            footnotes.AddRange(study.Inputs.Select(input =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{input.Name}: {input.Rows} {(input.Rows == 1 ? "row" : "rows")} read, {input.Bytes} bytes.")));
            footnotes.AddRange(provenance.Warnings.Select(warning => warning.Wording.InOptions()));
        }
        catch (DataException)
        {
            // The problems are in the log, and this command shows them.
        }
        footnotes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{log.Errors} {(log.Errors == 1 ? "error" : "errors")}, {log.Oddities} {(log.Oddities == 1 ? "oddity" : "oddities")}."));
        Show(Result.Of(ProblemTable.Arrange(log, footnotes), provenance), parsed, Output);
        var found = log.Each().Select(problem => problem.Code.Name).Concat(provenance.Warnings.Select(warning => warning.Code));
        return log.Errors > 0 ? ExitCode.Data : ExitCodeFor(parsed, found);
    }
}
