namespace BackPain.Stats.Definitions;

/// <summary>The answers that stand for no answer. Empty cells, NA and a single point are missing by themselves.</summary>
public sealed class MissingCodes
{
    private readonly Dictionary<string, HashSet<string>> byColumn = new(StringComparer.Ordinal);
    private readonly HashSet<string> none = new(StringComparer.Ordinal);
    private readonly HashSet<string> everywhere = new(StringComparer.Ordinal);

    /// <summary>What is missing by itself.</summary>
    public static IReadOnlyList<string> Always { get; } = ["", "NA", "."];

    /// <summary>The columns for which codes were declared by name.</summary>
    public IEnumerable<string> NamedColumns => byColumn.Keys;

    /// <summary>The codes declared for every column.</summary>
    public IReadOnlySet<string> Everywhere => everywhere;

    /// <summary>Declares codes for every column.</summary>
    public void Declare(IEnumerable<string> codes) => everywhere.UnionWith(codes);

    /// <summary>Declares codes for one column, whatever it holds; without any, no code is missing there that is not missing by itself.</summary>
    public void Declare(string column, IEnumerable<string> codes)
    {
        if (!byColumn.TryGetValue(column, out var set))
            byColumn[column] = set = new HashSet<string>(StringComparer.Ordinal);
        var declared = codes.ToList();
        set.UnionWith(declared);
        if (declared.Count == 0)
            none.Add(column);
    }

    /// <summary>The codes declared for a column by its name.</summary>
    public IReadOnlySet<string> NamedFor(string column) => byColumn.TryGetValue(column, out var named) ? named : new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether codes were declared for a column by its name, or that it has none.</summary>
    public bool Settle(string column) => byColumn.ContainsKey(column);

    /// <summary>Whether a column was said to have no missing codes but those declared by its name.</summary>
    public bool DenyOthers(string column) => none.Contains(column);
}
