using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>A code and what it stands for.</summary>
/// <param name="Value">The code, as it stands in the file.</param>
/// <param name="Label">What it stands for; the code itself where the codebook says no more.</param>
public readonly record struct Category(string Value, string Label);

/// <summary>What a codebook says of one column.</summary>
public sealed record Field
{
    /// <summary>The name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>string, integer, number, boolean, … as the standard names them.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Whether the codebook says the type.</summary>
    public bool HasType { get; init; }

    /// <summary>A short title, where there is one.</summary>
    public string? Title { get; init; }

    /// <summary>What the column holds.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the file has to have the column.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The codes, in their order; none where any value is allowed.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>The codes for a missing answer.</summary>
    public IReadOnlyList<Category> MissingValues { get; init; } = [];

    /// <summary>The smallest number that the column may hold, where declared.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number that the column may hold, where declared.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether these were declared for this column rather than for all columns of the file.</summary>
    public bool HasOwnMissingValues { get; init; }

    /// <summary>
    /// How codes of the column are compared, as far as the codebook says: codes that it lists apart, such as 1 and 01, are texts.
    /// </summary>
    public CodeComparison Comparison =>
        Type is "integer" or "number" ? CodeComparison.Numbers
        : (HasType && Type is not ("boolean" or "any"))
            || Categories.DistinctBy(category => NumberText.CodeOf(category.Value)).Count() < Categories.Count ? CodeComparison.Texts
        : CodeComparison.Undecided;

    /// <summary>The same with all codes written as the numbers that they are.</summary>
    public Field ByNumbers() => this with
    {
        Categories = [.. Categories.Select(ByNumber).DistinctBy(category => category.Value)],
        MissingValues = [.. MissingValues.Select(ByNumber)],
        TrueValues = [.. TrueValues.Select(NumberText.CodeOf)],
        FalseValues = [.. FalseValues.Select(NumberText.CodeOf)],
    };

    private static Category ByNumber(Category category) => new(
        NumberText.CodeOf(category.Value),
        category.Label == category.Value ? NumberText.CodeOf(category.Label) : category.Label);

    /// <summary>What each code stands for.</summary>
    public Dictionary<string, string> Labels() =>
        Categories.ToDictionary(category => category.Value, category => category.Label, StringComparer.Ordinal);

    /// <summary>A missing answer as a reason: its code, and its label where the codebook has one.</summary>
    public string ReasonFor(string code)
    {
        var label = MissingValues.FirstOrDefault(missing => missing.Value == code).Label;
        var shown = code switch { "" => "empty", "empty" => "'empty'", _ => code };
        return string.IsNullOrEmpty(label) || label == code ? shown : $"{shown} ({label})";
    }

    /// <summary>For a boolean: the codes for true.</summary>
    public IReadOnlyList<string> TrueValues { get; init; } = [];

    /// <summary>For a boolean: the codes for false.</summary>
    public IReadOnlyList<string> FalseValues { get; init; } = [];
}
