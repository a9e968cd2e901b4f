using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Domains;

/// <summary>What was counted of one stratum of a breakdown.</summary>
public sealed class Margin
{
    private readonly bool keepsCells;
    private DomainCell[] cells = [];
    private int count;

    /// <param name="keepsCells">Whether to keep where its persons are, which a sampling design needs.</param>
    internal Margin(bool keepsCells) => this.keepsCells = keepsCells;

    /// <summary>Persons who are cases.</summary>
    public long Cases { get; private set; }

    /// <summary>Persons whose answer is known and who have a weight.</summary>
    public long Persons { get; private set; }

    /// <summary>Persons whose answer is not known.</summary>
    public long Missing { get; private set; }

    /// <summary>Persons of weight 0.</summary>
    public long ZeroWeight { get; private set; }

    /// <summary>The cells of those with a known answer, if they are kept; also of persons of weight 0 whom some replicate weights count.</summary>
    public ReadOnlyMemory<DomainCell> Cells => cells.AsMemory(0, count);

    /// <summary>Counts the persons of a cell.</summary>
    /// <param name="place">The place of the cell in the tabulation.</param>
    /// <param name="persons">How many they are.</param>
    /// <param name="answer">What their answer is.</param>
    internal void Add(int place, long persons, LevelKind answer)
    {
        switch (answer)
        {
            case LevelKind.Case or LevelKind.NonCase:
                Persons += persons;
                Cases += answer == LevelKind.Case ? persons : 0;
                Keep(place, answer == LevelKind.Case);
                break;
            case LevelKind.ZeroWeightCase or LevelKind.ZeroWeightNonCase:
                ZeroWeight += persons;
                Keep(place, answer == LevelKind.ZeroWeightCase);
                break;
            case LevelKind.ZeroWeight:
                ZeroWeight += persons;
                break;
            default:
                Missing += persons;
                break;
        }
    }

    private void Keep(int place, bool isCase)
    {
        if (!keepsCells)
            return;
        if (count == cells.Length)
            Array.Resize(ref cells, Math.Max(4, 2 * count));
        cells[count++] = new DomainCell(place, isCase);
    }
}
