using System.CommandLine;
using System.CommandLine.Completions;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Tables;
using BackPain.Stats.Data.Figures;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The figures that texts cite: what was cited, what the data give, does it hold.</summary>
internal sealed class ReproduceCommand : ProgramCommand
{
    private readonly Session session;
    private readonly Func<string, Table> run;
    private readonly ExplainOption explain = new();
    private readonly OutputOptions output = new(Renderers.Text);
    private readonly Option<string?> registry = Parsed.Once<string>("--registry", "FILE", "A registry of one's own, with the columns of the bundled one.", OptionTexts.Any);
    private readonly Argument<string?> figure = new("FIGURE") { Description = "One figure, to be told its whole story.", Arity = ArgumentArity.ZeroOrOne };

    /// <param name="session">The run.</param>
    /// <param name="run">Runs another command line of this program and gives its result.</param>
    public ReproduceCommand(Session session, Func<string, Table> run)
        : base("reproduce", "The figures that texts cite about low back pain: what was cited, what the data give, does it hold.")
    {
        (this.session, this.run) = (session, run);
        figure.CompletionSources.Add(_ => FigureRegistry.Read(FigureRegistry.Bundled).Select(known => new CompletionItem(known.Id)));
        Arguments.Add(figure);
        AddOptions(registry, explain.Option);
        AddOptions(output.PlainGroup.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups => [new("Figures", [registry, explain.Option]), output.PlainGroup];

    public override IReadOnlyList<string> Examples => ["backpain reproduce", "backpain reproduce gbd2010-male"];

    protected override int Execute(ParseResult parsed)
    {
        var renderer = output.RendererIn(parsed);
        var explained = explain.IsIn(parsed, renderer);
        var figures = FigureRegistry.Read(parsed.GetValue(registry) ?? FigureRegistry.Bundled);
        if (parsed.GetValue(figure) is { } id)
            return Show(ReproductionOf(figures.FirstOrDefault(known => known.Id == id) ?? throw new RequestException($"'{id}' is not a figure of the registry.{Nearest.Suggestion(id, figures.Select(known => known.Id))} '{Tool.Name} reproduce' lists them.")), explained, parsed);
        if (explained)
            throw new RequestException("--explain needs a FIGURE.");
        var all = figures.Select(ReproductionOf).ToList();
        session.Show(FigureTables.List(all, renderer.IsForPeople, session.Provenance()), parsed, output);
        return ExitCodeOf(all);
    }

    private static int ExitCodeOf(IEnumerable<Reproduction> reproductions) => reproductions.Any(reproduction => reproduction.Holds == false) ? ExitCode.CheckFailed : ExitCode.Done;

    private int Show(Reproduction reproduction, bool explained, ParseResult parsed)
    {
        session.Show(FigureTables.Story(reproduction, explained, session.Provenance()), parsed, output);
        return ExitCodeOf([reproduction]);
    }

    private Reproduction ReproductionOf(CitedFigure cited) =>
        new(cited, [.. cited.Computations.Select(computation => Recomputation.In(run(computation.Command), computation, cited.Id))]);
}
