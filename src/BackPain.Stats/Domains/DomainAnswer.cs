using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>Everybody counted: who is in which domain, and why the others are in none.</summary>
/// <param name="Domains">Outcome by outcome; within each everybody, then the breakdowns.</param>
/// <param name="Attrition">Why persons are not in a domain.</param>
/// <param name="Contradictions">Persons whose answers contradict each other.</param>
/// <param name="Persons">Everybody counted.</param>
public sealed record DomainAnswer(IReadOnlyList<Domain> Domains, IReadOnlyList<Attrition> Attrition, IReadOnlyList<RecallContradiction> Contradictions, long Persons)
{
    /// <summary>Finds the domains of a tabulation.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has more strata than anybody can read.</exception>
    public static DomainAnswer To(DomainQuestion question, Tabulation tabulation)
    {
        var breakdowns = tabulation.IndexesOf(KeyRole.Outcome)
            .SelectMany(place => question.Stratifications.Select(by => new Breakdown(tabulation, place, by, question)).Prepend(Breakdown.OfAll(tabulation, place, question)))
            .ToList();
        return new DomainAnswer(
            [.. breakdowns.Where(breakdown => question.Overall || breakdown.IsSplit).SelectMany(breakdown => breakdown.Domains())],
            [.. Outside(tabulation), .. breakdowns.SelectMany(breakdown => breakdown.Attrition())],
            RecallContradiction.In(tabulation),
            tabulation.Persons);
    }

    private static IEnumerable<Attrition> Outside(Tabulation tabulation) =>
        from place in tabulation.IndexesOf(KeyRole.Outside)
        where tabulation.Levels[place].Count > 0
        from cell in tabulation.Cells
        let level = tabulation.LevelOf(cell, place)
        where level is not null
        group cell.Sums.N by level.Value.Text into reason
        where reason.Sum() > 0
        select new Attrition(AttritionStep.Outside, null, null, KeyColumn.Outside.Name, reason.Key, reason.Sum());
}
