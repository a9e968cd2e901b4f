using System.CommandLine;
using System.CommandLine.Completions;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The bundled datasets: columns, codes, source, licence, and where they are.</summary>
internal sealed class DatasetsCommand : ProgramCommand
{
    private readonly OutputOptions output = new(Renderers.Text);
    private readonly Argument<string?> name = new("NAME")
    {
        Description = "Show one dataset in detail.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public DatasetsCommand(RunContext run)
        : base(run, "datasets", "The bundled datasets: columns, codes, source, licence; where they are.")
    {
        name.CompletionSources.Add(_ => BundledData.Names.Select(known => new CompletionItem(known)));
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && BundledData.Find(token.Value) is null)
                result.AddError($"'{token.Value}' is not a bundled dataset.{Nearest.Suggestion(token.Value, BundledData.Names)} 'backpain "
                    + "datasets' lists them.");
        });
        Arguments.Add(name);
        AddOptions(output.PlainGroup.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups => [output.PlainGroup];

    public override IReadOnlyList<string> Examples => ["backpain datasets", "backpain datasets nhanes-low-back-pain"];

    protected override int Execute(ParseResult parsed)
    {
        var codebook = parsed.GetValue(name) is { } known ? BundledData.Find(known) : null;
        Show(Result.Of(codebook is null ? DatasetTables.List() : DatasetTables.One(codebook), Run.Provenance()), parsed, output);
        return ExitCode.Done;
    }
}
