using System.CommandLine;
using System.CommandLine.Completions;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Figures;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Compares cited figures with what the data give.</summary>
internal sealed class ReproduceCommand : ProgramCommand
{
    private readonly Func<string, Result> run;
    private readonly ExplainOption explain = new();
    private readonly OutputOptions output = new(Renderers.Text);
    private readonly CliOption<string?> registry = CliOption.Once<string>(
        "--registry", "FILE", "A registry to use instead of the bundled one, with the same columns.", OptionTexts.Any);
    private readonly Argument<string?> figure = new("FIGURE")
    {
        Description = "Show one figure in detail.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <param name="context">The run.</param>
    /// <param name="run">Runs another command line of this program and returns its result.</param>
    public ReproduceCommand(RunContext context, Func<string, Result> run)
        : base(
            context,
            "reproduce",
            "Check figures that texts cite about low back pain: what was cited, what the data give, whether it holds.")
    {
        this.run = run;
        figure.CompletionSources.Add(_ =>
            FigureRegistry.Read(FigureRegistry.Bundled).Figures.Select(known => new CompletionItem(known.Id)));
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
        var known = FigureRegistry.Read(parsed.GetValue(registry) ?? FigureRegistry.Bundled, Run.Folder);
        if (known.Path is not null)
            Run.Inputs.Note(known.Path);
        var id = parsed.GetValue(figure);
        if (id is null && explained)
            throw new RequestException("--explain needs a FIGURE.");
        var wanted = known.Figures.Where(cited => id is null || cited.Id == id).ToList();
        if (wanted.Count == 0)
            throw new RequestException(
                $"'{id}' is not a figure of the registry.{Nearest.Suggestion(id!, known.Figures.Select(cited => cited.Id))} "
                    + $"'{Tool.Name} reproduce' lists them.");
        var reproductions = Reproduce(wanted, known.Name);
        var provenance = Run.Provenance([known.Input, .. reproductions.SelectMany(reproduction => reproduction.Inputs).Distinct()]);
        Show(new Result(people => id is null ? FigureTables.List(reproductions, people) : FigureTables.Story(reproductions[0], people))
        {
            Explanations = explained ? [.. FigureTables.Explanations(reproductions[0])] : [],
            Provenance = provenance,
        }, parsed, output);
        return reproductions.Exists(reproduction => reproduction.Holds == false) ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>Computes the figures. Computations that fail are problems of the registry, reported together.</summary>
    /// <exception cref="DataException">A command of the registry fails.</exception>
    private List<Reproduction> Reproduce(IEnumerable<CitedFigure> figures, string name)
    {
        var log = new ProblemLog();
        var reproductions = new List<Reproduction>();
        foreach (var cited in figures)
        {
            try
            {
                var results = cited.Computations.Select(computation => (computation, Result: run(computation.Command))).ToList();
                reproductions.Add(new Reproduction(
                    cited,
                    [.. results.Select(found => Recomputation.In(found.Result.Rows, found.computation))],
                    [.. results.SelectMany(found => found.Result.Provenance.Inputs)]));
            }
            catch (RefusalException refusal)
            {
                var all = refusal is DataException ? "to see all problems" : "to see its result";
                log.Add(new Problem(
                    name,
                    cited.Line,
                    ProblemCodes.BadRegistry,
                    $"figure '{cited.Id}': {RefusalText.FirstOf(refusal).TrimEnd('.', '?')}",
                    Hint: $"Run the command on its own {all}."));
            }
        }
        log.ThrowIfErrors();
        return reproductions;
    }
}
