namespace BackPain.Stats.Definitions;

/// <summary>The columns whose levels, crossed, are the strata of a breakdown; none for the overall figure.</summary>
public sealed class Stratification : IEquatable<Stratification>
{
    /// <summary>Makes a breakdown.</summary>
    /// <exception cref="ArgumentException">A column is named twice.</exception>
    public Stratification(params IReadOnlyList<string> columns)
    {
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
            throw new ArgumentException("A breakdown crosses different columns.", nameof(columns));
        Columns = columns;
    }

    /// <summary>Everybody together.</summary>
    public static Stratification Overall { get; } = new();

    /// <summary>The columns, outermost first.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public bool Equals(Stratification? other) => other is not null && Columns.SequenceEqual(other.Columns, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Stratification);

    /// <inheritdoc/>
    public override int GetHashCode() => Columns.Aggregate(0, (hash, column) => HashCode.Combine(hash, column));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" × ", Columns);
}
