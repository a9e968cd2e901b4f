namespace BackPain.Stats.Statistics;

/// <summary>A function of other statistics. Its scores follow from theirs by the delta rule; for each replicate it is recomputed.</summary>
public sealed class CombinedStatistic : LinearizedStatistic
{
    private readonly IReadOnlyList<LinearizedStatistic> parts;
    private readonly Func<double[], double> function;
    private readonly Lazy<ScoredCell[]> cells;

    /// <summary>Combines statistics of the same tabulation.</summary>
    /// <param name="parts">The statistics.</param>
    /// <param name="function">Computes the value from the values of the statistics.</param>
    /// <param name="gradient">The partial derivatives of the function at these values, in the same order.</param>
    public CombinedStatistic(IReadOnlyList<LinearizedStatistic> parts, Func<double[], double> function, IReadOnlyList<double> gradient)
    {
        (this.parts, this.function) = (parts, function);
        Value = function([.. parts.Select(part => part.Value)]);
        cells = new Lazy<ScoredCell[]>(() => [.. Merged(parts, gradient)]);
    }

    /// <inheritdoc/>
    public override double Value { get; }

    /// <inheritdoc/>
    public override int CellCount => cells.Value.Length;

    /// <inheritdoc/>
    public override ScoredCell CellAt(int index) => cells.Value[index];

    /// <inheritdoc/>
    public override double ByReplicate(int replicate) => function([.. parts.Select(part => part.ByReplicate(replicate))]);

    private static IEnumerable<ScoredCell> Merged(IReadOnlyList<LinearizedStatistic> parts, IReadOnlyList<double> gradient)
    {
        var merge = new ScoreMerge(parts);
        var scores = new double[parts.Count];
        while (merge.Next(scores) is { } cell)
        {
            var score = 0d;
            for (var i = 0; i < scores.Length; i++)
                score += scores[i] == 0 ? 0 : gradient[i] * scores[i];
            yield return new ScoredCell(cell, score);
        }
    }
}
