using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Standards;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The bundled datasets as tables: the list, and the columns of one.</summary>
internal static class DatasetTables
{
    public static Table List() => new()
    {
        Name = "datasets",
        Title = "Bundled datasets",
        Columns =
        [
            new("name", ColumnKind.Text),
            new("kind", ColumnKind.Text),
            new("verification", ColumnKind.Text),
            new("title", ColumnKind.Text),
        ],
        Rows =
        [
            .. BundledData.Codebooks.Select(codebook => new Row([codebook.Name, KindOf(codebook), codebook.Verification, codebook.Title])),
        ],
        Footnotes =
        [
            "Any of them can be named instead of a file. 'backpain datasets NAME' shows the columns, "
                + "the source and the terms of use. They are in:",
            BundledData.Folder,
        ],
    };

    /// <summary>The columns of one dataset, with its source, licence and caveats.</summary>
    public static Table One(Codebook codebook) => new()
    {
        Name = "columns",
        Title = codebook.Title,
        Columns =
        [
            new("column", ColumnKind.Text),
            new("type", ColumnKind.Text),
            new("codes", ColumnKind.Text),
            new("missing", ColumnKind.Text),
            new("description", ColumnKind.Text),
        ],
        Rows = [.. codebook.Fields.Select(field =>
            new Row([field.Name, field.Type, Codes(field.Categories), Codes(field.MissingValues), field.Description ?? field.Title]))],
        Footnotes =
        [
            codebook.Description,
            .. codebook.Name == BundledStandards.Dataset ? Standards() : [],
            $"Source: {string.Join("; ", codebook.Sources)}.",
            $"Licence: {string.Join("; ", codebook.Licenses)}.",
            $"Verification: {codebook.Verification}.",
            "It is in:",
            BundledData.PathOf(codebook),
        ],
    };

    /// <summary>The names for --standard-population, and what each stands for.</summary>
    private static IEnumerable<string> Standards() => BundledStandards.All
        .Select(standard => $"{standard.Name}: {standard.Title}; {standard.Groups[0].Levels[0]} to {standard.Groups[^1].Levels[0]}.")
        .Prepend("Names for --standard-population:");

    private static string KindOf(Codebook codebook) => codebook.Kind?.ToString().ToLowerInvariant() ?? "reference";

    private static string Codes(IReadOnlyList<Category> categories) =>
        string.Join(
            ", ",
            categories.Select(category =>
                category.Label == category.Value || category.Label.Length == 0
                    ? Shown(category.Value)
                    : $"{Shown(category.Value)} = {category.Label}"));

    private static string Shown(string code) => code.Length == 0 ? "(empty)" : code;
}
