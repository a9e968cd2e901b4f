using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>Persons who said yes to a shorter recall period and no to a longer one that contains it.</summary>
/// <param name="Shorter">The outcome they are cases of.</param>
/// <param name="Longer">The outcome they are non-cases of.</param>
/// <param name="Persons">How many.</param>
public sealed record RecallContradiction(KeyColumn Shorter, KeyColumn Longer, long Persons)
{
    /// <summary>The pairs of outcomes in which a case of the first has to be a case of the second: now ⇒ in the period ⇒ ever.</summary>
    /// <remarks>
    /// Two outcomes with the same recall are two conditions, and then nothing tells which belong together: there are no pairs.
    /// </remarks>
    public static IReadOnlyList<(KeyColumn Shorter, KeyColumn Longer)> PairsOf(IEnumerable<KeyColumn> outcomes)
    {
        var byReach = outcomes.OrderBy(outcome => outcome.Recall!.Reach).ToList();
        if (byReach.DistinctBy(outcome => outcome.Recall!.Reach).Count() < byReach.Count)
            return [];
        return [.. from shorter in byReach from longer in byReach where shorter.Recall!.Reach < longer.Recall!.Reach select (shorter, longer)];
    }

    /// <summary>The contradictions in a tabulation; only pairs with somebody in them.</summary>
    public static IReadOnlyList<RecallContradiction> In(Tabulation tabulation)
    {
        var found = new List<RecallContradiction>();
        foreach (var (shorter, longer) in PairsOf(tabulation.PlacesOf(KeyRole.Outcome).Select(place => tabulation.Columns[place])))
        {
            var (s, l) = (tabulation.PlaceOf(shorter), tabulation.PlaceOf(longer));
            var persons = tabulation.Cells
                .Where(cell => tabulation.LevelOf(cell, s)?.Kind == LevelKind.Case && tabulation.LevelOf(cell, l)?.Kind == LevelKind.NonCase)
                .Sum(cell => cell.Sums.N);
            if (persons > 0)
                found.Add(new RecallContradiction(shorter, longer, persons));
        }
        return found;
    }
}
