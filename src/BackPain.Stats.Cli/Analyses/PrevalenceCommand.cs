using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>How common is it: point, period and lifetime prevalence, overall and by strata, with intervals.</summary>
internal sealed class PrevalenceCommand : AnalysisCommand<PrevalenceAnswer>
{
    private readonly IntervalOptions intervals = new();
    private readonly SurveyOptions survey = new();
    private readonly CliOption<UnknownStratum?> missing = CliOption
        .Once<UnknownStratum?>(
            "--missing",
            "drop|level",
            "Persons whose stratum is unknown: exclude them from that breakdown and count them (drop), or make them a stratum (level). "
                + "Default: drop.",
            TryMissing)
        .Offering("drop", "level")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> noOverall = CliOption.Switch("--no-overall", "Omit the overall row.")
        .WithEffect(ReadingEffect.None);
    private readonly CliOption<bool> noEmpty = CliOption.Switch("--no-empty", "Omit rows for strata with n = 0.")
        .WithEffect(ReadingEffect.None);

    public PrevalenceCommand(RunContext run)
        : base(
            run,
            "prevalence",
            "Estimate how common it is: point, period and lifetime prevalence, overall and by strata, with confidence intervals.") =>
        AddOwnOptions();

    public override IReadOnlyList<string> Examples =>
    [
        "backpain prevalence nhanes-low-back-pain --by sex --by age",
        "backpain prevalence nhanes-low-back-pain --by age,sex --plot ages.svg",
        "backpain prevalence example-survey --point pain_now --lifetime pain_ever --by sex,smoking --method wilson,clopper-pearson "
            + "--format csv",
    ];

    protected override IReadOnlyList<OptionGroup> OwnGroups =>
        [new("Rows", [missing, noOverall, noEmpty]), new("Intervals", [intervals.Method, intervals.Level, Explain.Option]), survey.Group];

    protected override PrevalenceAnswer Answer(Study study, ParseResult parsed)
    {
        var overall = study.OverallMeansSomething && !parsed.GetValue(noOverall);
        if (!overall && study.Stratifications.Count == 0)
            throw new RequestException("without --by, --no-overall leaves no rows to show.");
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
        return PrevalenceAnswer.To(question, study.Tabulation);
    }

    protected override Result Arrange(PrevalenceAnswer answer, Provenance provenance, int per) =>
        PrevalenceResult.Arrange(answer, provenance, per);

    protected override IEnumerable<Explained> ExplanationsOf(PrevalenceAnswer answer, Provenance provenance) =>
        PrevalenceExplanations.All(answer, provenance.Unit);

    private static bool TryMissing(string text, out UnknownStratum? value, out string? problem)
    {
        (value, problem) = (
            text switch { "drop" => UnknownStratum.Drop, "level" => UnknownStratum.Level, _ => null },
            $"'{text}' is neither drop nor level");
        return value is not null;
    }
}
