namespace BackPain.Stats.Data.Values;

/// <summary>How the codes of columns were written, as far as it was seen: what decides whether they are numbers or texts.</summary>
/// <param name="Texts">The columns that hold text, and so are compared as text.</param>
/// <param name="OtherNumbers">
/// The columns in which a number is not written in its shortest form, so that as a text it would be another code.
/// </param>
/// <param name="Merged">
/// Of a saved tabulation: the columns whose codes were such numbers, of which only the shortest forms were kept.
/// </param>
internal sealed record ColumnForms(IReadOnlySet<string> Texts, IReadOnlySet<string> OtherNumbers, IReadOnlySet<string> Merged)
{
    /// <summary>What several threads have seen.</summary>
    public static ColumnForms SumOf(IReadOnlyCollection<ColumnForms> parts) => new(
        parts.SelectMany(part => part.Texts).ToHashSet(StringComparer.Ordinal),
        parts.SelectMany(part => part.OtherNumbers).ToHashSet(StringComparer.Ordinal),
        parts.SelectMany(part => part.Merged).ToHashSet(StringComparer.Ordinal));
}
