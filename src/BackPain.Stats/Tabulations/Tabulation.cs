namespace BackPain.Stats.Tabulations;

/// <summary>
/// The grouped sums of a study: for each combination of keys that occurs, how many persons, Σw and Σw². All that the statistics
/// need to know of the data, whatever the data were; tabulations of parts add up to the tabulation of the whole.
/// </summary>
public sealed class Tabulation
{
    private readonly int outside;
    private readonly CellStore cells;

    internal Tabulation(IReadOnlyList<KeyColumn> columns, IReadOnlyList<IReadOnlyList<string>> declared, IReadOnlyList<IReadOnlyList<Level>> levels, CellStore cells, Weighting? weighting)
    {
        (Columns, Declared, Levels, this.cells, Weighting) = (columns, declared, levels, cells, weighting);
        Cells = new CellList(cells);
        outside = IndexOf(KeyColumn.Outside);
    }

    /// <summary>The code of a key that does not apply: everything else about a person outside of the subpopulation, or a question not asked.</summary>
    public const int NoLevel = -1;

    /// <summary>The keys.</summary>
    public IReadOnlyList<KeyColumn> Columns { get; }

    /// <summary>The levels of each key, in the order in which they are shown; a code is a place in this list.</summary>
    public IReadOnlyList<IReadOnlyList<Level>> Levels { get; }

    /// <summary>The cells that occur, in the order of their codes.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The same cells as they are stored.</summary>
    internal CellStore Store => cells;

    /// <summary>The declared order of the values of each key, as far as a codebook gives one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Declared { get; }

    /// <summary>The weights; nothing where every person counts once and the sample is simple random.</summary>
    public Weighting? Weighting { get; }

    /// <summary>Whether the persons are the sample of a design rather than a simple random sample: they have weights, strata, clusters or finite populations.</summary>
    public bool HasDesign => Weighting is not null || Columns.Any(column => column.IsDesign);

    /// <summary>Everybody counted.</summary>
    public long Persons => Cells.Sum(cell => cell.Sums.N);

    /// <summary>The places of the keys with a role.</summary>
    public IEnumerable<int> IndexesOf(KeyRole role) => Enumerable.Range(0, Columns.Count).Where(place => Columns[place].Role == role);

    /// <summary>The place of the key with a role and a name, or −1.</summary>
    public int IndexOf(KeyRole role, string name) => IndexesOf(role).FirstOrDefault(place => Columns[place].Name == name, -1);

    /// <summary>The place of a key, or −1.</summary>
    public int IndexOf(KeyColumn column) => Columns.ToList().IndexOf(column);

    /// <summary>Adds up the tabulations of the parts of a study: files, sites, chunks.</summary>
    /// <exception cref="ArgumentException">They are not broken down by the same columns, or not weighted alike.</exception>
    public static Tabulation SumOf(IReadOnlyList<Tabulation> parts)
    {
        if (parts is [var only])
            return only;
        var sum = new TabulationBuilder(parts.SelectMany(part => part.Columns).Distinct().OrderBy(column => column.Role), parts[0].Weighting is { } weighting ? new Weighting(weighting.Name, weighting.Replicates) { IsInferred = weighting.IsInferred } : null);
        foreach (var part in parts)
            sum.Add(part);
        return sum.Build();
    }

    /// <summary>The same tabulation, now that it is known which columns hold text.</summary>
    /// <param name="holdsText">Whether a column holds text.</param>
    public Tabulation Settled(Func<string, bool> holdsText)
    {
        if (!Levels.Any(levels => levels.Any(level => level.Undecided is not null)))
            return this;
        var builder = new TabulationBuilder(Columns, Weighting);
        for (var place = 0; place < Columns.Count; place++)
            builder.Declare(place, Declared[place]);
        builder.AddSettled(this, holdsText);
        return builder.Build();
    }

    /// <summary>The same tabulation with what is known of its replicate weights from the rows.</summary>
    /// <param name="rank">Their rank; null where it is not known.</param>
    /// <param name="lookLikeFactors">Whether they do not go with the weights.</param>
    public Tabulation WithReplicates(ReplicateRank rank, bool lookLikeFactors) =>
        new(Columns, Declared, Levels, cells, Weighting is null ? null : Weighting with { ReplicateRank = rank, ReplicatesLookLikeFactors = lookLikeFactors });

    /// <summary>Whether the persons of a cell belong to the subpopulation.</summary>
    public bool IsInside(Cell cell) => outside < 0 || cell.CodeOf(outside) == NoLevel;

    /// <summary>Whether the persons of a cell belong to the sample: all but those who were left out for having no weight.</summary>
    public bool IsSampled(Cell cell) => outside < 0 || LevelOf(cell, outside)?.Kind != LevelKind.Dropped;

    /// <summary>The level of a cell in a key; nothing where the key does not apply to it.</summary>
    public Level? LevelOf(Cell cell, int place) => cell.CodeOf(place) is var code && code == NoLevel ? null : Levels[place][code];
}
