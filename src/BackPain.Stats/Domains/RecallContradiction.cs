using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>
/// Persons who are cases for a shorter recall period and non-cases for a longer one that contains it, so that now ⇒ in the period ⇒ ever
/// is violated.
/// </summary>
/// <param name="Shorter">The outcome with the shorter recall period, of which they are cases.</param>
/// <param name="Longer">The outcome with the longer recall period, of which they are non-cases.</param>
/// <param name="Persons">The number of persons.</param>
public sealed record RecallContradiction(KeyColumn Shorter, KeyColumn Longer, long Persons)
{
    /// <summary>Returns the outcomes that can contradict each other, from the shortest recall period to the longest.</summary>
    /// <remarks>
    /// Two outcomes with the same recall period are different conditions; which outcomes belong together is then unknown, and the result
    /// is empty.
    /// </remarks>
    public static IReadOnlyList<KeyColumn> Comparable(IEnumerable<KeyColumn> outcomes)
    {
        var byReach = outcomes.OrderBy(outcome => outcome.Recall!.Reach).ToList();
        return byReach.DistinctBy(outcome => outcome.Recall!.Reach).Count() == byReach.Count ? byReach : [];
    }

    /// <summary>
    /// Returns the first contradiction in the answers of one person as indexes of two outcomes, or null if there is none.
    /// </summary>
    /// <param name="answers">The answers, from the shortest recall period to the longest.</param>
    public static (int Shorter, int Longer)? FirstIn(ReadOnlySpan<LevelKind?> answers)
    {
        var shorter = -1;
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] == LevelKind.NonCase && shorter >= 0)
                return (shorter, i);
            if (answers[i] == LevelKind.Case)
                shorter = i;
        }
        return null;
    }

    /// <summary>Returns the contradictions in a tabulation, counting each person at most once.</summary>
    public static IReadOnlyList<RecallContradiction> In(Tabulation tabulation)
    {
        var outcomes = Comparable(tabulation.Columns.Outcomes.Select(outcome => outcome.Key));
        var indexes = outcomes.Select(tabulation.Columns.IndexOf).ToArray();
        if (indexes.Length < 2)
            return [];
        return
        [
            .. tabulation.Cells
                .Select(cell => (Pair: FirstIn(Array.ConvertAll(indexes, index => tabulation.LevelOf(cell, index)?.Kind)), cell.Sums.N))
                .Where(found => found.Pair is not null && found.N > 0)
                .GroupBy(found => found.Pair!.Value, found => found.N)
                .OrderBy(group => group.Key)
                .Select(group => new RecallContradiction(outcomes[group.Key.Shorter], outcomes[group.Key.Longer], group.Sum())),
        ];
    }
}
