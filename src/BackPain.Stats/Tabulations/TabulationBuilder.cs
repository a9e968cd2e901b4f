namespace BackPain.Stats.Tabulations;

/// <summary>Adds up sums by their keys while rows are being read. Memory grows with the number of combinations, not of rows.</summary>
public sealed class TabulationBuilder
{
    private readonly List<KeyColumn> columns;
    private readonly List<Dictionary<Level, int>> codes;
    private readonly List<List<Level>> levelsByCode;
    private readonly List<IReadOnlyList<string>> declared;
    private CellTable? cells;

    /// <summary>Starts with nothing counted.</summary>
    /// <param name="columns">The keys.</param>
    /// <param name="weighting">The weights; nothing where every person counts once.</param>
    public TabulationBuilder(IEnumerable<KeyColumn> columns, Weighting? weighting = null)
    {
        Weighting = weighting;
        this.columns = [.. columns];
        codes = this.columns.ConvertAll(_ => new Dictionary<Level, int>());
        levelsByCode = this.columns.ConvertAll(_ => new List<Level>());
        declared = this.columns.ConvertAll(_ => (IReadOnlyList<string>)[]);
        cells = new CellTable(this.columns.Count, weighting?.Replicates.Count ?? 0);
    }

    /// <summary>The weights; nothing where every person counts once.</summary>
    public Weighting? Weighting { get; }

    /// <summary>The keys.</summary>
    public IReadOnlyList<KeyColumn> Columns => columns;

    private CellTable Table => cells ?? throw new InvalidOperationException("A builder builds once.");

    /// <summary>The place of a key, or −1.</summary>
    public int IndexOf(KeyColumn column) => columns.IndexOf(column);

    /// <summary>Says in which order the codebook lists the values of a key.</summary>
    public void Declare(int place, IReadOnlyList<string> values) => declared[place] = values;

    /// <summary>The code of a level of a key; a level not seen before gets the next code.</summary>
    public int CodeOf(int place, Level level)
    {
        if (codes[place].TryGetValue(level, out var code))
            return code;
        levelsByCode[place].Add(level);
        return codes[place][level] = codes[place].Count;
    }

    /// <summary>What a code of a key says; nothing where the key does not apply.</summary>
    public LevelKind? KindOf(int place, int code) => LevelOf(place, code)?.Kind;

    /// <summary>The level of a code; null if the key does not apply.</summary>
    public Level? LevelOf(int place, int code) => code == Tabulation.NoLevel ? null : levelsByCode[place][code];

    /// <summary>Counts persons who have these keys.</summary>
    /// <param name="key">A code for each key, or <see cref="Tabulation.NoLevel"/>.</param>
    /// <param name="sums">The persons.</param>
    /// <param name="replicates">Their replicate weights, if there are any.</param>
    public void Add(ReadOnlySpan<int> key, in Sums sums, ReplicateWeights replicates = default) => Table.Add(key, sums, replicates);

    /// <summary>Counts everything that another tabulation has counted. An outcome that it does not have was not asked there.</summary>
    /// <exception cref="ArgumentException">It has a key that is not among these, lacks one that is not an outcome, or has other weights.</exception>
    public void Add(Tabulation part)
    {
        if (Weighting is null != part.Weighting is null || Weighting?.AddsUpWith(part.Weighting!) == false)
            throw new ArgumentException("Tabulations add up where they have the same weights.", nameof(part));
        var places = columns.ConvertAll(part.IndexOf);
        if (part.Columns.Except(columns).Any() || columns.Where((column, place) => places[place] < 0 && column.Role != KeyRole.Outcome).Any())
            throw new ArgumentException("Tabulations add up where they are broken down by the same columns.", nameof(part));
        for (var place = 0; place < columns.Count; place++)
        {
            if (places[place] >= 0 && declared[place].Count == 0)
                Declare(place, part.Declared[places[place]]);
        }
        AddCells(part.Store, places, columns.Select((_, place) => places[place] < 0 ? [] : part.Levels[places[place]].Select(level => CodeOf(place, level)).ToArray()).ToArray());
    }

    /// <summary>Counts everything that a tabulation with the same keys has counted, now that it is known which columns hold text. What cannot be counted is passed over.</summary>
    /// <param name="part">The tabulation.</param>
    /// <param name="holdsText">Whether a column holds text.</param>
    internal void AddSettled(Tabulation part, Func<string, bool> holdsText)
    {
        const int Refused = int.MinValue;
        var (outside, key) = (IndexOf(KeyColumn.Outside), new int[columns.Count]);
        // Levels that turn out to belong to nobody get no code.
        var settled = columns.Select((_, place) => part.Levels[place].Select(level => level.Settled(holdsText)).ToArray()).ToArray();
        for (var cell = 0; cell < part.Store.Count; cell++)
        {
            var isOutside = outside >= 0 && part.Store.CodeOf(cell, outside) is var reason && reason != Tabulation.NoLevel && settled[outside][reason] is not null;
            for (var place = 0; place < key.Length; place++)
            {
                var code = part.Store.CodeOf(cell, place);
                key[place] = code == Tabulation.NoLevel || (isOutside && place != outside && !columns[place].IsDesign) ? Tabulation.NoLevel
                    : settled[place][code] is { } level ? CodeOf(place, level)
                    : place == outside ? Tabulation.NoLevel : Refused;
            }
            if (!key.Contains(Refused))
                Add(key, part.Store.SumsOf(cell), new ReplicateWeights(part.Store.ReplicatesOf(cell)) { Rows = part.Store.RowsOf(cell) });
        }
    }

    /// <summary>Counts everything that another builder with the same keys and weights has counted.</summary>
    public void Add(TabulationBuilder part)
    {
        var recodings = new int[columns.Count][];
        for (var place = 0; place < columns.Count; place++)
        {
            if (declared[place].Count == 0)
                Declare(place, part.declared[place]);
            recodings[place] = new int[part.codes[place].Count];
            foreach (var (level, code) in part.codes[place])
                recodings[place][code] = CodeOf(place, level);
        }
        AddCells(part.Table.Cells, [.. Enumerable.Range(0, columns.Count)], recodings);
    }

    /// <summary>What has been counted, with levels and cells in their order. The builder is spent then.</summary>
    /// <exception cref="InvalidOperationException">It was built before.</exception>
    public Tabulation Build()
    {
        var levels = new IReadOnlyList<Level>[columns.Count];
        var recodings = new int[columns.Count][];
        for (var place = 0; place < columns.Count; place++)
        {
            levels[place] = LevelOrder.Arrange(codes[place].Keys, declared[place]);
            recodings[place] = new int[codes[place].Count];
            for (var code = 0; code < levels[place].Count; code++)
                recodings[place][codes[place][levels[place][code]]] = code;
        }
        var ordered = Table.Ordered(recodings);
        cells = null;
        return new Tabulation(columns, declared, levels, ordered, Weighting);
    }

    private void AddCells(CellStore part, List<int> places, int[][] recodings)
    {
        var key = new int[columns.Count];
        for (var cell = 0; cell < part.Count; cell++)
        {
            for (var place = 0; place < key.Length; place++)
                key[place] = places[place] >= 0 && part.CodeOf(cell, places[place]) is var code && code != Tabulation.NoLevel ? recodings[place][code] : Tabulation.NoLevel;
            Add(key, part.SumsOf(cell), new ReplicateWeights(part.ReplicatesOf(cell)) { Rows = part.RowsOf(cell) });
        }
    }
}
