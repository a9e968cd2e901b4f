namespace BackPain.Stats.Tabulations;

/// <summary>
/// Accumulates sums by key while rows are read. Memory grows with the number of combinations of levels, not with the number of rows.
/// </summary>
public sealed class TabulationBuilder
{
    // A quarter of a gigabyte. Of larger files the degrees of freedom of a domain are those of the design.
    private const long MostReplicateValues = 32 * 1024 * 1024;

    private readonly Dictionary<Level, int>[] codes;
    private readonly List<Level>[] levelsByCode;
    private readonly IReadOnlyList<string>[] declared;
    private CellTable? cells;

    /// <summary>Creates an empty builder.</summary>
    /// <param name="columns">The keys.</param>
    /// <param name="weighting">The sampling weights; null if every person counts once.</param>
    public TabulationBuilder(KeyLayout columns, Weighting? weighting = null)
        : this(columns, weighting, MostReplicateValues)
    {
    }

    /// <summary>Creates an empty builder for keys that are still to be arranged.</summary>
    /// <param name="columns">The keys in any order.</param>
    /// <param name="weighting">The sampling weights; null if every person counts once.</param>
    public TabulationBuilder(IEnumerable<KeyColumn> columns, Weighting? weighting = null)
        : this(new KeyLayout(columns), weighting)
    {
    }

    /// <summary>Creates an empty builder with a limit of its own for the replicate weights that are kept row by row.</summary>
    internal TabulationBuilder(KeyLayout columns, Weighting? weighting, long mostReplicateValues)
    {
        (Columns, Weighting) = (columns, weighting);
        codes = [.. columns.Select(key => new Dictionary<Level, int>())];
        levelsByCode = [.. columns.Select(key => new List<Level>())];
        declared = [.. columns.Select(key => Array.Empty<string>())];
        cells = new CellTable(columns.Count, weighting?.Replicates.Count ?? 0, mostReplicateValues);
    }

    /// <summary>The sampling weights; null if every person counts once.</summary>
    public Weighting? Weighting { get; }

    /// <summary>The keys, in the order of their indexes.</summary>
    public KeyLayout Columns { get; }

    private CellTable Table => cells ?? throw new InvalidOperationException("The tabulation was already built.");

    /// <summary>Declares the order in which the codebook lists the values of a key.</summary>
    public void Declare(int index, IReadOnlyList<string> values) => declared[index] = values;

    /// <summary>Takes over the order of values from a tabulation, for the keys that both have and that have no order yet.</summary>
    public void DeclareAsIn(Tabulation part)
    {
        var indexes = Columns.IndexesIn(part.Columns);
        for (var index = 0; index < indexes.Length; index++)
        {
            if (indexes[index] >= 0 && declared[index].Count == 0)
                Declare(index, part.Declared[indexes[index]]);
        }
    }

    /// <summary>Returns the code of a level of a key, assigning the next code to a new level.</summary>
    public int CodeOf(int index, Level level)
    {
        if (codes[index].TryGetValue(level, out var code))
            return code;
        levelsByCode[index].Add(level);
        return codes[index][level] = codes[index].Count;
    }

    /// <summary>Returns the kind of level that a code stands for, or null for <see cref="Tabulation.NoLevel"/>.</summary>
    public LevelKind? KindOf(int index, int code) => LevelOf(index, code)?.Kind;

    /// <summary>Returns the level that a code stands for, or null for <see cref="Tabulation.NoLevel"/>.</summary>
    public Level? LevelOf(int index, int code) => code == Tabulation.NoLevel ? null : levelsByCode[index][code];

    /// <summary>Adds persons with a combination of levels.</summary>
    /// <param name="key">The code of each key, or <see cref="Tabulation.NoLevel"/>.</param>
    /// <param name="sums">The sums over the persons.</param>
    /// <param name="replicates">The replicate weights of the persons, if there are any.</param>
    public void Add(ReadOnlySpan<int> key, in Sums sums, ReplicateWeights replicates = default) => Table.Add(key, sums, replicates);

    /// <summary>Adds persons by their levels, which is slower than by codes.</summary>
    /// <param name="levelAt">Returns the level of the key at an index, or null if the persons have none.</param>
    /// <param name="sums">The sums over the persons.</param>
    public void Add(Func<int, Level?> levelAt, in Sums sums)
    {
        var key = new int[Columns.Count];
        for (var index = 0; index < key.Length; index++)
            key[index] = levelAt(index) is { } level ? CodeOf(index, level) : Tabulation.NoLevel;
        Add(key, sums);
    }

    /// <summary>Adds everything that a tabulation has counted. Outcomes that it lacks have no level.</summary>
    /// <exception cref="ArgumentException">
    /// The tabulation has an additional key, lacks a key that is not an outcome, or has different weights.
    /// </exception>
    public void Add(Tabulation part)
    {
        if (Weighting is null != part.Weighting is null || Weighting?.AddsUpWith(part.Weighting!) == false)
            throw new ArgumentException("Tabulations can be added only if they have the same weights.", nameof(part));
        var indexes = Columns.IndexesIn(part.Columns);
        if (part.Columns.Except(Columns).Any()
            || Columns.Where((column, index) => indexes[index] < 0 && column.Role != KeyRole.Outcome).Any())
        {
            throw new ArgumentException("Tabulations can be added only if they have the same keys.", nameof(part));
        }
        DeclareAsIn(part);
        var recodings = new int[Columns.Count][];
        for (var index = 0; index < Columns.Count; index++)
            recodings[index] = indexes[index] < 0 ? [] : [.. part.Levels[indexes[index]].Select(level => CodeOf(index, level))];
        AddCells(part.Store, indexes, recodings);
    }

    /// <summary>Adds a tabulation with the same keys and decides its undecided levels. Cells that cannot be counted are skipped.</summary>
    /// <param name="part">The tabulation to add.</param>
    /// <param name="holdsText">Returns whether a column holds text.</param>
    internal void AddSettled(Tabulation part, Func<string, bool> holdsText)
    {
        const int Refused = int.MinValue;
        TakeOverDropped(part.Store);
        var (outside, key) = (Columns.IndexOf(KeyRole.Outside), new int[Columns.Count]);
        // Codes are assigned on use, so that levels without persons get none.
        var settled = Columns.Select((_, index) => part.Levels[index].Select(level => level.Settled(holdsText)).ToArray()).ToArray();
        for (var cell = 0; cell < part.Store.Count; cell++)
        {
            var reason = outside < 0 ? Tabulation.NoLevel : part.Store.CodeOf(cell, outside);
            var isOutside = reason != Tabulation.NoLevel && settled[outside][reason] is not null;
            for (var index = 0; index < key.Length; index++)
            {
                var code = part.Store.CodeOf(cell, index);
                key[index] = code == Tabulation.NoLevel || (isOutside && Columns.IsAnswer(index)) ? Tabulation.NoLevel
                    : settled[index][code] is { } level ? CodeOf(index, level)
                    : index == outside ? Tabulation.NoLevel : Refused;
            }
            if (!key.Contains(Refused))
                Add(key, part.Store.SumsOf(cell), new ReplicateWeights(part.Store.ReplicatesOf(cell)) { Rows = part.Store.RowsOf(cell) });
        }
    }

    /// <summary>Adds everything that another builder with the same keys and weights has counted.</summary>
    public void Add(TabulationBuilder part)
    {
        var recodings = new int[Columns.Count][];
        for (var index = 0; index < Columns.Count; index++)
        {
            if (declared[index].Count == 0)
                Declare(index, part.declared[index]);
            recodings[index] = new int[part.codes[index].Count];
            foreach (var (level, code) in part.codes[index])
                recodings[index][code] = CodeOf(index, level);
        }
        AddCells(part.Table.Cells, Columns.IndexesIn(part.Columns), recodings);
    }

    /// <summary>Returns the tabulation, with levels and cells sorted. The builder must not be used afterwards.</summary>
    /// <exception cref="InvalidOperationException">The tabulation was already built.</exception>
    public Tabulation Build()
    {
        var levels = new IReadOnlyList<Level>[Columns.Count];
        var recodings = new int[Columns.Count][];
        for (var index = 0; index < Columns.Count; index++)
        {
            levels[index] = LevelOrder.Arrange(codes[index].Keys, declared[index]);
            recodings[index] = new int[codes[index].Count];
            for (var code = 0; code < levels[index].Count; code++)
                recodings[index][codes[index][levels[index][code]]] = code;
        }
        var ordered = Table.Ordered(recodings);
        cells = null;
        return new Tabulation(Columns, declared, levels, ordered, Weighting);
    }

    private void TakeOverDropped(CellStore part)
    {
        if (part.HasDroppedRows)
            Table.Cells.DropRows();
    }

    private void AddCells(CellStore part, int[] indexes, int[][] recodings)
    {
        TakeOverDropped(part);
        var key = new int[Columns.Count];
        for (var cell = 0; cell < part.Count; cell++)
        {
            for (var index = 0; index < key.Length; index++)
            {
                var code = indexes[index] < 0 ? Tabulation.NoLevel : part.CodeOf(cell, indexes[index]);
                key[index] = code == Tabulation.NoLevel ? Tabulation.NoLevel : recodings[index][code];
            }
            Add(key, part.SumsOf(cell), new ReplicateWeights(part.ReplicatesOf(cell)) { Rows = part.RowsOf(cell) });
        }
    }
}
