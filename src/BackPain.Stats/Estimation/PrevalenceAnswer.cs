using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>All that was estimated, and everybody who is not in it.</summary>
/// <param name="Estimates">Outcome by outcome; within each the overall figure, then the breakdowns.</param>
/// <param name="Attrition">Why persons are not in a figure.</param>
/// <param name="Contradictions">Persons whose answers contradict each other.</param>
/// <param name="Persons">Everybody counted.</param>
/// <param name="Methods">The interval methods used.</param>
/// <param name="Design">The sampling design; nothing for a simple random sample.</param>
public sealed record PrevalenceAnswer(
    IReadOnlyList<Estimate> Estimates,
    IReadOnlyList<Attrition> Attrition,
    IReadOnlyList<RecallContradiction> Contradictions,
    long Persons,
    IReadOnlyList<IntervalMethod> Methods,
    DesignSummary? Design)
{
    /// <summary>Answers a question from a tabulation.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has more strata than anybody can read.</exception>
    /// <exception cref="LonelyPsuException">A stratum of the design has a single PSU, and nobody said what to do about it.</exception>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
    public static PrevalenceAnswer To(PrevalenceQuestion question, Tabulation tabulation)
    {
        tabulation = InferredWeights.In(tabulation);
        var variance = tabulation.HasDesign ? SurveyVariance.Of(tabulation, question.Survey) : null;
        var methods = question.Methods.Count > 0 ? question.Methods : [variance is null ? IntervalMethods.Default : IntervalMethods.DefaultOfDesign];
        var estimator = new StratumEstimator(tabulation, question, methods, variance);
        var breakdowns = tabulation.PlacesOf(KeyRole.Outcome)
            .SelectMany(place => question.Stratifications.Select(by => new Breakdown(tabulation, place, by, question)).Prepend(Breakdown.OfAll(tabulation, place, question)))
            .ToList();
        return new PrevalenceAnswer(
            [.. breakdowns.Where(breakdown => question.Overall || breakdown.IsSplit).SelectMany(breakdown => breakdown.Estimates(estimator))],
            [.. Outside(tabulation), .. breakdowns.SelectMany(breakdown => breakdown.Attrition())],
            RecallContradiction.In(tabulation),
            tabulation.Persons,
            methods,
            variance is null ? null : new DesignSummary(tabulation, variance, question.Survey));
    }

    private static IEnumerable<Attrition> Outside(Tabulation tabulation) =>
        from place in tabulation.PlacesOf(KeyRole.Outside)
        where tabulation.Levels[place].Count > 0
        from cell in tabulation.Cells
        let level = tabulation.LevelOf(cell, place)
        where level is not null
        group cell.Sums.N by level.Value.Text into reason
        where reason.Sum() > 0
        select new Attrition(AttritionStep.Outside, null, null, KeyColumn.Outside.Name, reason.Key, reason.Sum());
}
