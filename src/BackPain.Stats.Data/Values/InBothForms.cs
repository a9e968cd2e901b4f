namespace BackPain.Stats.Data.Values;

/// <summary>Codes in the two forms in which they may be compared.</summary>
/// <param name="AsTexts">As they are written.</param>
/// <param name="AsNumbers">With every number in its shortest text.</param>
internal readonly record struct InBothForms<T>(T AsTexts, T AsNumbers)
{
    /// <summary>The one that is compared.</summary>
    public T For(bool asNumbers) => asNumbers ? AsNumbers : AsTexts;
}
