using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>Is it more common here than there: groups compared by difference, ratio and odds ratio, with tests.</summary>
internal sealed class CompareCommand : AnalysisCommand<ComparisonAnswer>
{
    private readonly GroupOptions groups = new();
    private readonly ComparisonOptions comparison = new();
    private readonly IntervalOptions intervals = new();
    private readonly SurveyOptions survey = new();

    public CompareCommand(RunContext run)
        : base(
            run,
            "compare",
            "Compare groups: differences, ratios and odds ratios of prevalences with confidence intervals, and tests.") =>
        AddOwnOptions();

    public override IReadOnlyList<string> Examples =>
    [
        "backpain compare nhanes-low-back-pain --groups sex --reference male",
        "backpain compare example-survey --point pain_now --groups smoking --pairs all --measure ratio",
        "backpain compare example-survey --point pain_now --groups smoking --reference never --by sex --format csv",
        "backpain compare nhanes-low-back-pain --groups smoking --adjust sex,age --trend",
    ];

    protected override IReadOnlyList<OptionGroup> OwnGroups =>
    [
        groups.Group,
        new("Intervals and tests", [.. comparison.All, intervals.Level, Explain.Option]),
        survey.GroupOfVariances,
    ];

    protected override StudyRequest RequestIn(ParseResult parsed)
    {
        var request = Data.RequestIn(parsed, groups.ColumnsIn(parsed));
        return request with { Stratifications = groups.BreakdownsToRead(parsed, request.Stratifications) };
    }

    protected override ComparisonAnswer Answer(Study study, ParseResult parsed)
    {
        if (study.Modelled)
            throw new RequestException("the cases were modelled rather than counted, so they cannot be compared by counts.");
        var shown = groups.BreakdownsIn(parsed, Data.BreakdownsIn(parsed));
        var within = study.OverallMeansSomething ? shown : [.. shown.Skip(1)];
        if (within.Count == 0)
            throw new RequestException("the rows overlap, so that a figure for all of them means nothing; compare within them, with --by.");
        var hasDesign = study.Tabulation.HasDesign;
        var question = comparison.Complete(groups.QuestionIn(parsed, hasDesign), parsed, hasDesign) with
        {
            Stratifications = within,
            EmptyStrata = study.EmptyStrataMeanSomething,
            Level = intervals.LevelIn(parsed),
            Survey = survey.ChoicesIn(parsed, study.Tabulation, []),
        };
        var answer = ComparisonAnswer.To(question, study.Tabulation);
        return answer.Rows.Any(row => row.Pair is not null)
            ? answer
            : throw new RequestException($"there is nothing to compare: fewer than two groups of {question.Groups} are in the data.");
    }

    protected override Result Arrange(ComparisonAnswer answer, Provenance provenance, int per) =>
        ComparisonResult.Arrange(answer, provenance, per);

    protected override IEnumerable<Explained> ExplanationsOf(ComparisonAnswer answer, Provenance provenance) =>
        ComparisonExplanations.All(answer);
}
