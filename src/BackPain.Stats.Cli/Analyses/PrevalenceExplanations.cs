using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>Explains how the intervals of prevalences were computed.</summary>
internal static class PrevalenceExplanations
{
    /// <summary>The explanations of all rows that have an estimate.</summary>
    public static IEnumerable<Explained> All(PrevalenceAnswer answer, CountedUnit unit) =>
        from estimate in answer.Estimates
        from interval in estimate.Intervals
        where interval.Interval is not null
        let who = estimate.Stratum.Count == 0
            ? "overall"
            : string.Join(", ", estimate.Stratum.Select(level => $"{level.Column} {level.Level}"))
        let what = $"{estimate.Outcome.Name}, {who}"
        where estimate.Design is not { IsCensus: true }
        select estimate.Design is { } design
            ? OfDesign(what, interval.Method, design, answer.Design!.Variance, answer.Question.Level, unit)
            : Explained.Of(what, interval.Method, new Proportion(estimate.Cases, estimate.Persons), answer.Question.Level);

    /// <summary>
    /// Explains an interval that accounts for a sampling design. If the method has none at 0 and 1, explains the method used instead.
    /// </summary>
    private static Explained OfDesign(
        string what, IntervalMethod method, DesignEstimate design, SurveyVariance variance, ConfidenceLevel level, CountedUnit unit)
    {
        var used = design.IsAtEdge && !method.HasEdges ? IntervalMethods.KornGraubard : method;
        return new Explained(
            $"{what}: {unit.Of(design.Domain.Persons)}, by the sampling design, {used.Title}, level {level}",
            DesignExplanation.Of(design, variance, used, level));
    }
}
