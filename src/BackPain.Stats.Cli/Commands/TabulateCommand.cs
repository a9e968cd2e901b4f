using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Prints the grouped sums: to keep, to check, to share instead of rows, and to read back as data.</summary>
internal sealed class TabulateCommand : DataCommand
{
    private static readonly Note SeparatePopulations = new(
        "separate-populations",
        "The rows are different populations, which a tabulation cannot record: a figure for all of them together is meaningless.");

    public TabulateCommand(RunContext run)
        : base(
            run,
            "tabulate",
            "Write the grouped sums, to keep, to check, or to share instead of rows; any command accepts them as DATA.",
            Renderers.Csv) =>
        AddOptions(Output.PlainGroup.Options);

    public override IReadOnlyList<OptionGroup> Groups => [.. Data.Groups, Output.PlainGroup];

    public override IReadOnlyList<string> Examples =>
    [
        "backpain tabulate example-survey --by sex,age -o sums.csv",
        "backpain tabulate nhanes-low-back-pain --by smoking",
    ];

    protected override int Execute(ParseResult parsed)
    {
        var study = Read(parsed);
        if (study.Modelled)
            throw new RequestException("the counts are model estimates, which a tabulation cannot record; it would be given an interval.");
        var provenance = StudyProvenance.Of(study, Run.Arguments);
        if (!study.OverallMeansSomething)
            provenance = provenance with { Warnings = [.. provenance.Warnings, SeparatePopulations] };
        Show(Result.Of(TabulationTable.Arrange(study), provenance), parsed, Output);
        return ExitCodeFor(parsed, provenance.Warnings);
    }
}
