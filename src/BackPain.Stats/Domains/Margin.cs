using System.Diagnostics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>The counts for one stratum of a breakdown.</summary>
public sealed class Margin
{
    private readonly bool keepsCells;
    private DomainCell[] cells = [];
    private int count;

    /// <param name="keepsCells">Whether to record the cells of the persons, which a sampling design requires.</param>
    internal Margin(bool keepsCells) => this.keepsCells = keepsCells;

    /// <summary>The number of cases, excluding persons with zero weight.</summary>
    public long Cases { get; private set; }

    /// <summary>The number of persons with a known answer and a positive weight.</summary>
    public long Persons { get; private set; }

    /// <summary>The number of persons whose answer is unknown.</summary>
    public long Missing { get; private set; }

    /// <summary>The number of persons with zero weight.</summary>
    public long ZeroWeight { get; private set; }

    /// <summary>
    /// The cells of persons with a known answer, if they are recorded, including persons with zero weight but non-zero replicate weights.
    /// </summary>
    public ReadOnlyMemory<DomainCell> Cells => cells.AsMemory(0, count);

    /// <summary>Adds up the counts of domains that have no cell in common.</summary>
    /// <param name="margins">The counts of each domain.</param>
    public static Margin SumOf(IReadOnlyList<Margin> margins)
    {
        var sum = new Margin(margins.Any(margin => margin.keepsCells));
        foreach (var margin in margins)
        {
            sum.Cases += margin.Cases;
            sum.Persons += margin.Persons;
            sum.Missing += margin.Missing;
            sum.ZeroWeight += margin.ZeroWeight;
        }
        sum.cells = [.. margins.SelectMany(margin => margin.Cells.ToArray())];
        sum.count = sum.cells.Length;
        Array.Sort(sum.cells, (a, b) => a.Cell.CompareTo(b.Cell));
        return sum;
    }

    /// <summary>Adds the persons of a cell.</summary>
    /// <param name="index">The index of the cell in the tabulation.</param>
    /// <param name="persons">The number of persons.</param>
    /// <param name="answer">The answer of the persons.</param>
    internal void Add(int index, long persons, LevelKind answer)
    {
        switch (answer)
        {
            case LevelKind.Case or LevelKind.NonCase:
                Persons += persons;
                Cases += answer == LevelKind.Case ? persons : 0;
                Keep(index, answer == LevelKind.Case);
                break;
            case LevelKind.ZeroWeightCase or LevelKind.ZeroWeightNonCase:
                ZeroWeight += persons;
                Keep(index, answer == LevelKind.ZeroWeightCase);
                break;
            case LevelKind.ZeroWeight:
                ZeroWeight += persons;
                break;
            case LevelKind.Missing:
                Missing += persons;
                break;
            case LevelKind.Value or LevelKind.Outside or LevelKind.Dropped:
            default:
                throw new UnreachableException($"{answer} is not an answer.");
        }
    }

    private void Keep(int index, bool isCase)
    {
        if (!keepsCells)
            return;
        if (count == cells.Length)
            Array.Resize(ref cells, Math.Max(4, 2 * count));
        cells[count++] = new DomainCell(index, isCase);
    }
}
