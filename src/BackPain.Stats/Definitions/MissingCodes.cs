namespace BackPain.Stats.Definitions;

/// <summary>The answers that stand for no answer. Empty cells, NA and a single point are missing by themselves.</summary>
public sealed class MissingCodes
{
    private static readonly string[] Always = ["", "NA", "."];

    private readonly Dictionary<string, HashSet<string>> byColumn = new(StringComparer.Ordinal);
    private readonly HashSet<string> everywhere = new(StringComparer.Ordinal);

    /// <summary>The columns for which codes were declared by name.</summary>
    public IEnumerable<string> NamedColumns => byColumn.Keys;

    /// <summary>Declares codes for every column that holds codes. Columns that hold quantities, such as ages put into bands, are not touched: 9 may be an age.</summary>
    public void Declare(IEnumerable<string> codes) => everywhere.UnionWith(codes);

    /// <summary>Declares codes for one column, whatever it holds.</summary>
    public void Declare(string column, IEnumerable<string> codes)
    {
        if (!byColumn.TryGetValue(column, out var set))
            byColumn[column] = set = new HashSet<string>(StringComparer.Ordinal);
        set.UnionWith(codes);
    }

    /// <summary>All missing codes of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isQuantity">Whether the column is read as numbers rather than as codes.</param>
    public IReadOnlySet<string> Of(string column, bool isQuantity)
    {
        var set = new HashSet<string>(Always, StringComparer.Ordinal);
        if (!isQuantity)
            set.UnionWith(everywhere);
        if (byColumn.TryGetValue(column, out var named))
            set.UnionWith(named);
        return set;
    }
}
