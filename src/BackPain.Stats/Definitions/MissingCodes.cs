namespace BackPain.Stats.Definitions;

/// <summary>The codes that stand for missing answers. Empty cells, NA and a single point are always missing.</summary>
public sealed class MissingCodes
{
    private readonly Dictionary<string, HashSet<string>> byColumn = new(StringComparer.Ordinal);
    private readonly HashSet<string> none = new(StringComparer.Ordinal);
    private readonly HashSet<string> everywhere = new(StringComparer.Ordinal);

    /// <summary>The texts that are always missing.</summary>
    public static IReadOnlyList<string> Always { get; } = ["", "NA", "."];

    /// <summary>The columns for which codes were declared individually.</summary>
    public IEnumerable<string> NamedColumns => byColumn.Keys;

    /// <summary>The codes declared for every column.</summary>
    public IReadOnlySet<string> Everywhere => everywhere;

    /// <summary>Declares codes for every column.</summary>
    public void Declare(IEnumerable<string> codes) => everywhere.UnionWith(codes);

    /// <summary>
    /// Declares codes for one column. An empty list declares that the column has no missing codes other than those in
    /// <see cref="Always"/>.
    /// </summary>
    public void Declare(string column, IEnumerable<string> codes)
    {
        if (!byColumn.TryGetValue(column, out var set))
            byColumn[column] = set = new HashSet<string>(StringComparer.Ordinal);
        var declared = codes.ToList();
        set.UnionWith(declared);
        if (declared.Count == 0)
            none.Add(column);
    }

    /// <summary>Returns the codes declared individually for a column; empty if there are none.</summary>
    public IReadOnlySet<string> NamedFor(string column) =>
        byColumn.TryGetValue(column, out var named) ? named : new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Returns whether missing codes were declared individually for a column, even if the declared list is empty.</summary>
    public bool Settle(string column) => byColumn.ContainsKey(column);

    /// <summary>
    /// Returns whether a column was declared with an empty list, so that codes declared for every column do not apply to it.
    /// </summary>
    public bool DenyOthers(string column) => none.Contains(column);
}
