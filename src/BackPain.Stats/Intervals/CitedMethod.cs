namespace BackPain.Stats.Intervals;

/// <summary>A statistical method, as cited in results.</summary>
/// <param name="Name">The canonical name, as typed and as printed in machine-readable output.</param>
/// <param name="Title">The name used in running text, such as "Wilson score".</param>
/// <param name="References">The publications that describe it, the most important first.</param>
public sealed record CitedMethod(string Name, string Title, IReadOnlyList<Reference> References)
{
    /// <summary>The references on one line, separated by semicolons.</summary>
    public string ReferencesOnOneLine => string.Join("; ", References);

    /// <inheritdoc/>
    public bool Equals(CitedMethod? other) =>
        other is not null && Name == other.Name && Title == other.Title && References.SequenceEqual(other.References);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Title);
}
