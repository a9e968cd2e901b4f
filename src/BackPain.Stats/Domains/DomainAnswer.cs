using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>The domains of a tabulation, and why the remaining persons are in none.</summary>
/// <param name="Domains">The domains, by outcome; for each outcome, everybody first and then the breakdowns.</param>
/// <param name="Attrition">Why persons are not in a domain.</param>
/// <param name="Contradictions">Persons who gave contradictory answers.</param>
/// <param name="Persons">The number of all persons counted.</param>
public sealed record DomainAnswer(
    IReadOnlyList<Domain> Domains, IReadOnlyList<Attrition> Attrition, IReadOnlyList<RecallContradiction> Contradictions, long Persons)
{
    /// <summary>Finds the domains of a tabulation.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has too many strata to be shown.</exception>
    public static DomainAnswer To(DomainQuestion question, Tabulation tabulation)
    {
        var breakdowns = tabulation.Columns.Outcomes
            .SelectMany(outcome => question.Stratifications
                .Select(by => new Breakdown(tabulation, outcome.Index, by, question))
                .Prepend(Breakdown.OfAll(tabulation, outcome.Index, question)))
            .ToList();
        return new DomainAnswer(
            [.. breakdowns.Where(breakdown => question.Overall || breakdown.IsSplit).SelectMany(breakdown => breakdown.Domains())],
            [.. Outside(tabulation), .. breakdowns.SelectMany(breakdown => breakdown.Attrition())],
            RecallContradiction.In(tabulation),
            tabulation.Persons);
    }

    private static IEnumerable<Attrition> Outside(Tabulation tabulation) =>
        from cell in tabulation.HasPersonsOutside ? tabulation.Cells : []
        let level = tabulation.OutsideOf(cell)
        where level is not null
        group cell.Sums.N by level.Value.Text into reason
        where reason.Sum() > 0
        select new Attrition(AttritionStep.Outside, null, null, KeyColumn.Outside.Name, reason.Key, reason.Sum());
}
