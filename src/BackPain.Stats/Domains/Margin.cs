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
