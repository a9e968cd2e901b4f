using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Estimation;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>How common is it: point, period and lifetime prevalence, overall and by strata, with intervals.</summary>
internal sealed class PrevalenceCommand : AnalysisCommand<PrevalenceAnswer>
{
    private readonly IntervalOptions intervals = new();
    private readonly SurveyOptions survey = new();
    private readonly RowOptions rows = new();
    private readonly TotalsOption totals = new();

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
        [rows.Group, new("Intervals", [intervals.Method, intervals.Level, Explain.Option]), survey.GroupWith(totals.Option)];

    protected override PrevalenceAnswer Answer(Study study, ParseResult parsed)
    {
        var question = new PrevalenceQuestion
        {
            Stratifications = study.Stratifications,
            Overall = rows.OverallIn(parsed, study, study.Stratifications.Count > 0),
            EmptyStrata = rows.EmptyIn(parsed, study),
            Modelled = study.Modelled,
            UnknownStratum = rows.UnknownIn(parsed),
            Methods = intervals.MethodsIn(parsed),
            Level = intervals.LevelIn(parsed),
            Survey = survey.ChoicesIn(parsed, study.Tabulation, intervals.MethodsIn(parsed)),
            ByNchsStandard = survey.ByNchsIn(parsed),
            Totals = totals.IsIn(parsed, study.Tabulation),
        };
        return PrevalenceAnswer.To(question, study.Tabulation);
    }

    protected override Result Arrange(PrevalenceAnswer answer, Provenance provenance, int per) =>
        PrevalenceResult.Arrange(answer, provenance, per);

    protected override IEnumerable<Explained> ExplanationsOf(PrevalenceAnswer answer, Provenance provenance) =>
        PrevalenceExplanations.All(answer, provenance.Unit);
}
