using System.CommandLine;
using BackPain.Stats.Cli.Commands;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>How common is it: point, period and lifetime prevalence, overall and by strata, with intervals.</summary>
internal sealed class PrevalenceCommand : ProgramCommand
{
    private readonly Session session;
    private readonly DataOptions data = new();
    private readonly IntervalOptions intervals = new();
    private readonly SurveyOptions survey = new();
    private readonly ExplainOption explain = new();
    private readonly OutputOptions output = new(Renderers.Text);
    private readonly PictureOptions picture = new();
    private readonly Option<UnknownStratum?> missing = Parsed.Once<UnknownStratum?>("--missing", "drop|level", "Persons whose stratum is not known: left out of that breakdown and counted (drop), or a stratum of their own (level). Default: drop.", TryMissing).Offering("drop", "level");
    private readonly Option<bool> noOverall = Parsed.Switch("--no-overall", "No row for everybody together.");
    private readonly Option<bool> noEmpty = Parsed.Switch("--no-empty", "No rows for strata with n = 0.");

    public PrevalenceCommand(Session session)
        : base("prevalence", "How common is it: point, period and lifetime prevalence, overall and by strata, with confidence intervals.")
    {
        this.session = session;
        data.AddTo(this);
        AddOptions(missing, noOverall, noEmpty, intervals.Method, intervals.Level, explain.Option);
        AddOptions(survey.Group.Options);
        AddOptions(picture.Group.Options);
        AddOptions(output.Group.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups =>
    [
        .. data.Groups,
        new("Rows", [missing, noOverall, noEmpty]),
        new("Intervals", [intervals.Method, intervals.Level, explain.Option]),
        survey.Group,
        picture.Group,
        output.Group,
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "backpain prevalence nhanes-low-back-pain --by sex --by age",
        "backpain prevalence nhanes-low-back-pain --by age,sex --plot ages.svg",
        "backpain prevalence example-survey --point pain_now --lifetime pain_ever --by sex,smoking --method wilson,clopper-pearson --format csv",
    ];

    /// <summary>Tells what this command line will read, so that others can read it with it.</summary>
    public void Expect(ParseResult parsed) => session.Expect(parsed, data.RequestIn(parsed));

    protected override int Execute(ParseResult parsed)
    {
        var renderer = output.RendererIn(parsed);
        var explained = explain.IsIn(parsed, renderer);
        picture.Check(parsed, output);
        var study = session.Read(data.RequestIn(parsed), data, new ProblemLog(), parsed, output);
        var overall = study.OverallMeansSomething && !parsed.GetValue(noOverall);
        if (!overall && study.Stratifications.Count == 0)
            throw new RequestException("without --by, --no-overall leaves nothing to show.");
        var question = new PrevalenceQuestion
        {
            Stratifications = study.Stratifications,
            Overall = overall,
            EmptyStrata = study.EmptyStrataMeanSomething && !parsed.GetValue(noEmpty),
            Modelled = study.Modelled,
            UnknownStratum = parsed.GetValue(missing) ?? UnknownStratum.Drop,
            Methods = intervals.MethodsIn(parsed),
            Level = intervals.LevelIn(parsed),
            Survey = survey.ChoicesIn(parsed, study.Tabulation, intervals.MethodsIn(parsed)),
            ByNchsStandard = survey.ByNchsIn(parsed),
        };
        var answer = PrevalenceAnswer.To(question, study.Tabulation);
        var provenance = session.ProvenanceOf(study, answer.Counted, answer.Design);
        var result = PrevalenceResult.Arrange(answer, question, provenance, output.PerIn(parsed));
        session.Show(explained ? result with { Explanations = [.. PrevalenceExplanations.All(answer, question, provenance.Unit)] } : result, parsed, output, picture);
        return data.Strict.ExitCodeIn(parsed, provenance.Warnings.Select(warning => warning.Code), session.Messages(parsed, output));
    }

    private static bool TryMissing(string text, out UnknownStratum? value, out string? problem)
    {
        (value, problem) = (text switch { "drop" => UnknownStratum.Drop, "level" => UnknownStratum.Level, _ => null }, $"'{text}' is neither drop nor level");
        return value is not null;
    }
}
