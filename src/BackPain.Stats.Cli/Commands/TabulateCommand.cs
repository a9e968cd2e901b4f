using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The grouped sums themselves: to keep, to check, to share instead of rows, and to give back as data.</summary>
internal sealed class TabulateCommand : ProgramCommand
{
    private static readonly Note SeparatePopulations = new("separate-populations", "The rows are different populations, and a tabulation does not say so: a figure for all of them together means nothing.");

    private readonly Session session;
    private readonly DataOptions data = new();
    private readonly OutputOptions output = new(Renderers.Csv);

    public TabulateCommand(Session session)
        : base("tabulate", "The grouped sums themselves: to keep, to check, to share instead of rows; any command takes them as DATA.")
    {
        this.session = session;
        data.AddTo(this);
        AddOptions(output.PlainGroup.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups => [.. data.Groups, output.PlainGroup];

    public override IReadOnlyList<string> Examples =>
    [
        "backpain tabulate example-survey --by sex,age -o sums.csv",
        "backpain tabulate nhanes-low-back-pain --by smoking",
    ];

    protected override int Execute(ParseResult parsed)
    {
        var study = session.Read(data.RequestIn(parsed), data, new ProblemLog(), parsed, output);
        if (study.Modelled)
            throw new RequestException("the counts come out of a model, which a tabulation cannot say; it would give them an interval.");
        var provenance = session.ProvenanceOf(study);
        if (!study.OverallMeansSomething)
            provenance = provenance with { Warnings = [.. provenance.Warnings, SeparatePopulations] };
        session.Show(Result.Of(TabulationTable.Arrange(study.Tabulation), provenance), parsed, output);
        return data.Strict.ExitCodeIn(parsed, provenance.Warnings.Select(warning => warning.Code), session.Messages(parsed, output));
    }
}
