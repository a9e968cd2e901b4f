using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>Persons who said yes to a shorter recall period and no to a longer one that contains it: now ⇒ in the period ⇒ ever does not hold.</summary>
/// <param name="Shorter">The outcome they are cases of.</param>
/// <param name="Longer">The outcome they are non-cases of.</param>
/// <param name="Persons">How many.</param>
public sealed record RecallContradiction(KeyColumn Shorter, KeyColumn Longer, long Persons)
{
    /// <summary>The outcomes whose answers can contradict each other, from the shortest recall to the longest.</summary>
    /// <remarks>Two outcomes with the same recall are two conditions, and then nothing tells which belong together: there are none.</remarks>
    public static IReadOnlyList<KeyColumn> Comparable(IEnumerable<KeyColumn> outcomes)
    {
        var byReach = outcomes.OrderBy(outcome => outcome.Recall!.Reach).ToList();
        return byReach.DistinctBy(outcome => outcome.Recall!.Reach).Count() == byReach.Count ? byReach : [];
    }

    /// <summary>The first contradiction in the answers of one person, as places in the list of outcomes; nothing where there is none.</summary>
    /// <param name="answers">The answers, from the shortest recall to the longest.</param>
    public static (int Shorter, int Longer)? FirstIn(ReadOnlySpan<LevelKind?> answers)
    {
        var shorter = -1;
        for (var place = 0; place < answers.Length; place++)
        {
            if (answers[place] == LevelKind.NonCase && shorter >= 0)
                return (shorter, place);
            if (answers[place] == LevelKind.Case)
                shorter = place;
        }
        return null;
    }

    /// <summary>The contradictions in a tabulation, each person in one of them at most.</summary>
    public static IReadOnlyList<RecallContradiction> In(Tabulation tabulation)
    {
        var outcomes = Comparable(tabulation.IndexesOf(KeyRole.Outcome).Select(place => tabulation.Columns[place]));
        var places = outcomes.Select(tabulation.IndexOf).ToArray();
        if (places.Length < 2)
            return [];
        return
        [
            .. tabulation.Cells
                .Select(cell => (Pair: FirstIn(Array.ConvertAll(places, place => tabulation.LevelOf(cell, place)?.Kind)), cell.Sums.N))
                .Where(found => found.Pair is not null && found.N > 0)
                .GroupBy(found => found.Pair!.Value, found => found.N)
                .OrderBy(group => group.Key)
                .Select(group => new RecallContradiction(outcomes[group.Key.Shorter], outcomes[group.Key.Longer], group.Sum())),
        ];
    }
}
