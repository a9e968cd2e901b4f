namespace BackPain.Stats.Definitions;

/// <summary>The columns whose crossed levels form the strata of a breakdown; empty for the overall figure.</summary>
public sealed class Stratification : IEquatable<Stratification>
{
    /// <summary>Creates a breakdown by the given columns.</summary>
    /// <exception cref="ArgumentException">A column is listed twice.</exception>
    public Stratification(params IReadOnlyList<string> columns)
    {
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
            throw new ArgumentException("The columns of a breakdown must be distinct.", nameof(columns));
        Columns = columns;
    }

    /// <summary>The stratification without columns, which combines everybody.</summary>
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
