using System.Text.Json;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Turns the fields of a schema into those of a codebook.</summary>
internal static class FieldParser
{
    /// <summary>A field of a schema.</summary>
    /// <param name="field">The field.</param>
    /// <param name="missing">The missing codes of a field that declares none.</param>
    /// <exception cref="CodebookFormatException">It has no name, or codes or labels twice.</exception>
    public static Field Parse(JsonElement field, IReadOnlyList<Category> missing)
    {
        var type = field.Text("type");
        var name = field.Text("name") ?? throw new CodebookFormatException("found a field without 'name'");
        var categories = CategoriesOf(field, "categories");
        if (categories.Count == 0 && field.Get("constraints") is { } constraints)
            categories = CategoriesOf(constraints, "enum");
        if (categories.GroupBy(category => category.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } again)
            throw new CodebookFormatException($"found category '{again.Key}' twice in field '{name}'; expected it once");
        if (categories.GroupBy(category => category.Label, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CodebookFormatException($"found label '{twice.Key}' for two categories of field '{name}'; expected a label for each");
        return new Field
        {
            Name = name,
            Type = type ?? "string",
            HasType = type is not null,
            Title = field.Text("title"),
            Description = field.Text("description"),
            IsRequired = field.Truth("required") ?? true,
            Categories = categories,
            Minimum = field.Get("constraints")?.Number("minimum"),
            Maximum = field.Get("constraints")?.Number("maximum"),
            MissingValues = field.Get("missingValues") is null ? missing : CategoriesOf(field, "missingValues"),
            HasOwnMissingValues = field.Get("missingValues") is not null,
            TrueValues = type == "boolean" ? OrElse(field.Texts("trueValues"), "true", "True", "TRUE", "1") : [],
            FalseValues = type == "boolean" ? OrElse(field.Texts("falseValues"), "false", "False", "FALSE", "0") : [],
        };
    }

    /// <summary>Codes with their labels, or without.</summary>
    /// <exception cref="CodebookFormatException">One of them has no code.</exception>
    public static IReadOnlyList<Category> CategoriesOf(JsonElement element, string property) =>
    [
        .. element.Items(property).Select(item => item.ValueKind == JsonValueKind.Object
            ? new Category(
                item.Text("value") ?? throw new CodebookFormatException($"found an entry of '{property}' without 'value'"),
                item.Text("label") ?? item.Text("value")!)
            : new Category(item.AsText(), item.AsText())),
    ];

    private static IReadOnlyList<string> OrElse(IReadOnlyList<string> declared, params string[] standard) =>
        declared.Count > 0 ? declared : standard;
}
