namespace BackPain.Stats.Statistics;

/// <summary>Merges the cells of several statistics in the order of the tabulation.</summary>
/// <param name="statistics">The statistics.</param>
internal sealed class ScoreMerge(IReadOnlyList<LinearizedStatistic> statistics)
{
    private const int AtEnd = int.MaxValue;

    private readonly int[] next = new int[statistics.Count];
    private readonly ScoredCell[] heads = [.. statistics.Select(statistic => HeadOf(statistic, 0))];

    /// <summary>Returns the index of the next cell that belongs to any of them, or null at the end.</summary>
    /// <param name="scores">Receives the score of each statistic; 0 if the cell does not belong to it.</param>
    public int? Next(Span<double> scores)
    {
        var cell = AtEnd;
        foreach (var head in heads)
            cell = Math.Min(cell, head.Cell);
        if (cell == AtEnd)
            return null;
        for (var i = 0; i < heads.Length; i++)
        {
            scores[i] = 0;
            if (heads[i].Cell != cell)
                continue;
            scores[i] = heads[i].Score;
            heads[i] = HeadOf(statistics[i], ++next[i]);
        }
        return cell;
    }

    private static ScoredCell HeadOf(LinearizedStatistic statistic, int index) =>
        index < statistic.CellCount ? statistic.CellAt(index) : new ScoredCell(AtEnd, 0);
}
