using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Values;

/// <summary>Who said that a code is missing.</summary>
internal enum MissingOrigin
{
    /// <summary>Nobody: empty, NA and a single point are missing by themselves.</summary>
    Itself,

    /// <summary>The codebook.</summary>
    Codebook,

    /// <summary>An option, for all columns.</summary>
    TypedForAll,

    /// <summary>An option, for this column.</summary>
    TypedForColumn,
}

/// <summary>What was typed and what the codebook says of the codes of one column.</summary>
/// <param name="described">What the codebook says.</param>
/// <param name="typed">The missing codes that were typed.</param>
internal sealed class ColumnCodes(Field described, MissingCodes typed)
{
    /// <summary>What is known of the column.</summary>
    public Field Field { get; } = described;

    /// <summary>The missing codes, each with those who said so, labels replaced by their codes.</summary>
    public IEnumerable<(string Code, MissingOrigin Origin)> Missing =>
    [
        .. MissingCodes.Always.Select(code => (code, MissingOrigin.Itself)),
        .. (typed.DenyOthers(Field.Name) ? [] : Field.MissingValues).Select(missing => (missing.Value, MissingOrigin.Codebook)),
        .. typed.Everywhere
            .Where(_ => !typed.DenyOthers(Field.Name))
            .SelectMany(CodesFor)
            .Select(code => (code, MissingOrigin.TypedForAll)),
        .. typed.NamedFor(Field.Name).SelectMany(CodesFor).Select(code => (code, MissingOrigin.TypedForColumn)),
    ];

    /// <summary>The missing codes where the column is read as codes.</summary>
    public HashSet<string> MissingAsCodes => [.. Missing.Select(missing => missing.Code)];

    /// <summary>
    /// The missing codes where the column is read as numbers: 9 may be an age, so a number has to be declared for the column itself.
    /// </summary>
    public HashSet<string> MissingAsQuantity =>
    [
        .. Missing
            .Where(missing => missing.Origin is MissingOrigin.Itself or MissingOrigin.TypedForColumn
                || IsOwn(missing.Origin)
                || NumberText.Shortest(missing.Code) is null)
            .Select(missing => missing.Code),
    ];

    /// <summary>The numbers typed as missing for all columns of which nobody said whether that holds for this quantity.</summary>
    public HashSet<string> DoubtfulAsQuantity =>
    [
        .. Missing
            .Where(missing => missing.Origin == MissingOrigin.TypedForAll && !typed.Settle(Field.Name) && !Field.HasOwnMissingValues)
            .Select(missing => NumberText.Shortest(missing.Code))
            .OfType<string>(),
    ];

    /// <summary>The numbers that the codebook calls missing in the file as a whole, which does not hold for this quantity.</summary>
    public HashSet<string> UnappliedToQuantity =>
    [
        .. Missing
            .Where(missing => missing.Origin == MissingOrigin.Codebook && !IsOwn(missing.Origin))
            .Select(missing => NumberText.Shortest(missing.Code))
            .OfType<string>()
            .Except(MissingAsQuantity.Select(NumberText.CodeOf))
            .Except(DoubtfulAsQuantity),
    ];

    /// <summary>The codes that a text stands for: itself, and the code of which it is the label.</summary>
    public IEnumerable<string> CodesFor(string text) =>
        Listed.Where(category => category.Label == text).Select(category => category.Value).Prepend(text).Distinct(StringComparer.Ordinal);

    /// <summary>Whether two codes are one, as far as is known: 1 and 1.0 are unless the column holds text.</summary>
    public bool AreOne(string code, string other) =>
        code == other
        || (Field.Comparison != CodeComparison.Texts
            && NumberText.Shortest(code) is { } number
            && number == NumberText.Shortest(other));

    /// <summary>Where a text is both a code and the label of another: the other; null where it is not.</summary>
    public string? OtherCodeLabelled(string text) =>
        Listed.Any(category => AreOne(category.Value, text))
            ? Listed.Where(category => category.Label == text && !AreOne(category.Value, text))
                .Select(category => category.Value)
                .FirstOrDefault()
            : null;

    private IEnumerable<Category> Listed => Field.Categories.Concat(Field.MissingValues);

    private bool IsOwn(MissingOrigin origin) => origin == MissingOrigin.Codebook && Field.HasOwnMissingValues;
}
