using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>How common would it be in a population of standard age, or of any other mix.</summary>
internal sealed class StandardizeCommand : AnalysisCommand<StandardizedAnswer>
{
    private readonly StandardizationOptions standardization = new();
    private readonly StandardizedIntervalOptions intervals = new();
    private readonly SurveyOptions survey = new();
    private readonly RowOptions rows = new();
    private readonly TotalsOption totals = new();
    private StandardizationTarget? target;

    public StandardizeCommand(RunContext run)
        : base(
            run,
            "standardize",
            "Estimate how common it would be in a population of standard age, or of any other mix: directly or indirectly standardized "
                + "prevalence beside the crude one, with confidence intervals.") =>
        AddOwnOptions();

    public override IReadOnlyList<string> Examples =>
    [
        "backpain standardize nhanes-low-back-pain --by sex --over age --standard-population us-2000",
        "backpain standardize nhanes-low-back-pain --by smoking --over age --standard-population who-2000 --plot smoking.svg",
    ];

    protected override IReadOnlyList<OptionGroup> OwnGroups =>
    [
        standardization.Group,
        rows.Group,
        new("Intervals", [.. intervals.Options, Explain.Option]),
        survey.GroupWithoutStandard(intervals.Errors, totals.Option),
    ];

    protected override StudyRequest RequestIn(ParseResult parsed)
    {
        var by = Data.BreakdownsIn(parsed);
        var over = standardization.OverIn(parsed, by);
        return Data.RequestIn(parsed, over) with
        {
            Stratifications = [new Stratification(over), .. by.Select(rows => new Stratification([.. rows.Columns, .. over]))],
        };
    }

    // Read once, since a file may be a pipe.
    protected override void Check(ParseResult parsed) => target = TargetIn(parsed, RequestIn(parsed));

    protected override StandardizedAnswer Answer(Study study, ParseResult parsed)
    {
        var request = RequestIn(parsed);
        var over = request.Stratifications[0].Columns;
        List<Stratification> by =
            [.. request.Stratifications.Skip(1).Select(crossed => new Stratification([.. crossed.Columns.SkipLast(over.Count)]))];
        var (isDirect, hasDesign) = (target is DirectStandardization, study.Tabulation.HasDesign);
        var (methods, own) = intervals.IntervalsIn(parsed, isDirect, hasDesign);
        var byNchs = intervals.ByNchsIn(parsed, isDirect, hasDesign);
        var limits = new StandardLimits(study, request);
        return StandardizedAnswer.To(
            new StandardizationQuestion
            {
                Target = target!,
                Over = over,
                Limits = [.. over.Select(limits.Of)],
                MissingStrata = standardization.MissingIn(parsed),
                Stratifications = by,
                Overall = rows.OverallIn(parsed, study, by.Count > 0),
                EmptyStrata = rows.EmptyIn(parsed, study),
                UnknownStratum = rows.UnknownIn(parsed),
                Modelled = study.Modelled,
                Methods = methods,
                OwnMethods = own,
                ByNchsStandardErrors = byNchs,
                Totals = totals.IsIn(parsed, study.Tabulation),
                Level = intervals.LevelIn(parsed),
                Survey = survey.ChoicesIn(
                    parsed, study.Tabulation, byNchs && methods.Count == 0 ? [IntervalMethods.KornGraubard] : methods),
            },
            study.Tabulation);
    }

    private StandardizationTarget TargetIn(ParseResult parsed, StudyRequest request) =>
        standardization.TargetIn(parsed, request.Stratifications[0].Columns, Run.Folder, request.Dialect, Run.Inputs.Note);

    protected override Result Arrange(StandardizedAnswer answer, Provenance provenance, int per) => new(
        () => new StandardizedPage(answer, provenance, per).Arrange(),
        () => StandardizedTable.Arrange(answer))
    {
        Chart = StandardizedChart.Of(answer),
        Methods = [.. answer.Methods.Where(method => answer.Estimates.Any(estimate =>
            estimate.Intervals.Any(interval => interval.Interval is not null && interval.Method == method)))],
        Provenance = provenance,
    };

    protected override IEnumerable<Explained> ExplanationsOf(StandardizedAnswer answer, Provenance provenance) =>
        StandardizedExplanations.All(answer, provenance.Unit);
}
