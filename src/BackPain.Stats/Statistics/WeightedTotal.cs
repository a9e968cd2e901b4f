using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Statistics;

/// <summary>
/// The weighted total of a quantity that all persons of a cell have in common: Σw·a, such as the number of cases in the population.
/// </summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="cells">The cells of the domain and the quantity there, in the order of the tabulation.</param>
public sealed class WeightedTotal(Tabulation tabulation, IReadOnlyList<ScoredCell> cells) : LinearizedStatistic
{
    /// <inheritdoc/>
    public override double Value { get; } = SumOf(cells, cell => tabulation.Cells[cell].Sums.W);

    /// <inheritdoc/>
    public override int CellCount => cells.Count;

    /// <inheritdoc/>
    /// <remarks>The score is the quantity itself.</remarks>
    public override ScoredCell CellAt(int index) => cells[index];

    /// <inheritdoc/>
    public override double ByReplicate(int replicate) => SumOf(cells, cell => tabulation.Cells[cell].Replicates[replicate]);

    private static double SumOf(IReadOnlyList<ScoredCell> cells, Func<int, DoubleDouble> weightOf)
    {
        DoubleDouble sum = 0;
        foreach (var cell in cells)
            sum += weightOf(cell.Cell) * cell.Score;
        return sum.Value;
    }
}
