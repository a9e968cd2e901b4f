namespace BackPain.Stats.Cli.Rendering;

/// <summary>The catalogue of formats. To add a format, add a line here.</summary>
internal static class Renderers
{
    public static IReadOnlyList<Renderer> All { get; } =
    [
        new TextRenderer(),
        new SeparatedRenderer("csv", ','),
        new SeparatedRenderer("tsv", '\t'),
        new JsonRenderer(),
        new MarkdownRenderer(),
        new HtmlRenderer(),
        new LatexRenderer(),
    ];

    /// <summary>The format for people at a terminal.</summary>
    public static Renderer Text => All[0];

    /// <summary>The format of <c>tabulate</c>.</summary>
    public static Renderer Csv => All[1];

    /// <summary>Finds a format by name; returns null if there is none.</summary>
    public static Renderer? Find(string name) =>
        All.FirstOrDefault(renderer => renderer.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the format of a file by its extension; returns null if there is none.</summary>
    public static Renderer? ForFile(string path) =>
        All.FirstOrDefault(renderer => renderer.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
}
