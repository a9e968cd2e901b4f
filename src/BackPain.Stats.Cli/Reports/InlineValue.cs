using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A value in a sentence: {backpain id=… row="…" field=…}.</summary>
/// <param name="source">What stands between the name and the closing brace.</param>
internal sealed class InlineValue(string source) : LeafInline
{
    /// <summary>The attributes, as written.</summary>
    public string Source => source;

    /// <summary>Whether it has a closing brace.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The text that stands for it, once it is known.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where a link to what it names leads; nothing where it is a number.</summary>
    public string? Target { get; set; }
}
