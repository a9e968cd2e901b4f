using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>All that was estimated, and everybody who is not in it.</summary>
/// <param name="Estimates">Outcome by outcome; within each the overall figure, then the breakdowns.</param>
/// <param name="Attrition">Why persons are not in a figure.</param>
/// <param name="Contradictions">Persons whose answers contradict each other.</param>
/// <param name="Persons">Everybody counted.</param>
public sealed record PrevalenceAnswer(
    IReadOnlyList<Estimate> Estimates,
    IReadOnlyList<Attrition> Attrition,
    IReadOnlyList<RecallContradiction> Contradictions,
    long Persons)
{
    /// <summary>Answers a question from a tabulation.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has more strata than anybody can read.</exception>
    public static PrevalenceAnswer To(PrevalenceQuestion question, Tabulation tabulation)
    {
        var breakdowns = tabulation.PlacesOf(KeyRole.Outcome)
            .SelectMany(place => question.Stratifications.Select(by => new Breakdown(tabulation, place, by, question)).Prepend(Breakdown.OfAll(tabulation, place, question)))
            .ToList();
        return new PrevalenceAnswer(
            [.. breakdowns.Where(breakdown => question.Overall || breakdown.IsSplit).SelectMany(breakdown => breakdown.Estimates())],
            [.. Outside(tabulation), .. breakdowns.SelectMany(breakdown => breakdown.Attrition())],
            RecallContradiction.In(tabulation),
            tabulation.Persons);
    }

    private static IEnumerable<Attrition> Outside(Tabulation tabulation) =>
        from place in tabulation.PlacesOf(KeyRole.Outside)
        from cell in tabulation.Cells
        let level = tabulation.LevelOf(cell, place)
        where level is not null
        group cell.Sums.N by level.Value.Text into reason
        where reason.Sum() > 0
        select new Attrition(AttritionStep.Outside, null, null, KeyColumn.Outside.Name, reason.Key, reason.Sum());
}
