namespace BackPain.Stats.Tabulations;

/// <summary>
/// The grouped sums of a study: for each combination of key levels that occurs, the number of persons, Σw and Σw². This is all that the
/// statistics need to know about the data. The tabulations of the parts of a study add up to the tabulation of the whole.
/// </summary>
public sealed class Tabulation
{
    private readonly int outside;
    private readonly CellStore cells;

    internal Tabulation(
        KeyLayout columns,
        IReadOnlyList<IReadOnlyList<string>> declared,
        IReadOnlyList<IReadOnlyList<Level>> levels,
        CellStore cells,
        Weighting? weighting)
    {
        (Columns, Declared, Levels, this.cells, Weighting) = (columns, declared, levels, cells, weighting);
        Cells = new CellList(cells);
        outside = columns.IndexOf(KeyRole.Outside);
    }

    /// <summary>
    /// The code of a key that has no level in a cell: a question that was not asked, the reason for being outside for persons inside the
    /// subpopulation, or any other key for persons outside it.
    /// </summary>
    public const int NoLevel = -1;

    /// <summary>The keys, in the order of their indexes.</summary>
    public KeyLayout Columns { get; }

    /// <summary>The levels of each key, in display order; a code is an index into this list.</summary>
    public IReadOnlyList<IReadOnlyList<Level>> Levels { get; }

    /// <summary>The cells that occur, ordered by their codes.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The storage of the cells.</summary>
    internal CellStore Store => cells;

    /// <summary>The order of the values of each key declared in a codebook; empty if none is declared.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Declared { get; }

    /// <summary>The sampling weights; null if every person counts once.</summary>
    public Weighting? Weighting { get; }

    /// <summary>
    /// Whether the sample has a design rather than being a simple random sample: weights, strata, clusters or finite populations.
    /// </summary>
    public bool HasDesign => Weighting is not null || Columns.Design.Any();

    /// <summary>The number of all persons counted.</summary>
    public long Persons => Cells.Sum(cell => cell.Sums.N);

    /// <summary>Adds up the tabulations of the parts of a study, such as files, sites or chunks.</summary>
    /// <exception cref="ArgumentException">The tabulations have different keys other than outcomes, or different weights.</exception>
    public static Tabulation SumOf(IReadOnlyList<Tabulation> parts)
    {
        if (parts is [var only])
            return only;
        var weighting = parts[0].Weighting is { } first
            ? new Weighting(first.Name, first.Replicates) { IsInferred = first.IsInferred }
            : null;
        var sum = new TabulationBuilder(KeyLayout.Union(parts.Select(part => part.Columns)), weighting);
        foreach (var part in parts)
            sum.Add(part);
        return sum.Build();
    }

    /// <summary>Returns the tabulation with all levels decided, now that it is known which columns hold text.</summary>
    /// <param name="holdsText">Returns whether a column holds text.</param>
    public Tabulation Settled(Func<string, bool> holdsText)
    {
        if (!Levels.Any(levels => levels.Any(level => level.Undecided is not null)))
            return this;
        var builder = new TabulationBuilder(Columns, Weighting);
        builder.DeclareAsIn(this);
        builder.AddSettled(this, holdsText);
        return builder.Build();
    }

    /// <summary>Returns a copy with the properties of the replicate weights that can only be determined from the rows.</summary>
    /// <param name="rank">The rank of the replicate weights.</param>
    /// <param name="lookLikeFactors">Whether the replicate weights look like factors to be multiplied by the sampling weights.</param>
    public Tabulation WithReplicates(ReplicateRank rank, bool lookLikeFactors)
    {
        var weighting = Weighting is null ? null : Weighting with { ReplicateRank = rank, ReplicatesLookLikeFactors = lookLikeFactors };
        return new Tabulation(Columns, Declared, Levels, cells, weighting);
    }

    /// <summary>Whether anybody is outside the subpopulation or was dropped from the sample.</summary>
    public bool HasPersonsOutside => outside >= 0 && Levels[outside].Count > 0;

    /// <summary>Returns why the persons of a cell are outside the subpopulation or the sample, or null if they are inside.</summary>
    public Level? OutsideOf(Cell cell) => outside < 0 ? null : LevelOf(cell, outside);

    /// <summary>Returns whether the persons of a cell belong to the subpopulation.</summary>
    public bool IsInside(Cell cell) => outside < 0 || cell.CodeOf(outside) == NoLevel;

    /// <summary>Returns whether the persons of a cell belong to the sample, that is, were not dropped for lack of a weight.</summary>
    public bool IsSampled(Cell cell) => OutsideOf(cell)?.Kind != LevelKind.Dropped;

    /// <summary>Returns the level of a cell in the key at an index, or null if it has none.</summary>
    public Level? LevelOf(Cell cell, int index) => cell.CodeOf(index) is var code && code == NoLevel ? null : Levels[index][code];
}
