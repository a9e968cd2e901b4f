using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A value in a sentence: {backpain id=… row="…" field=…}.</summary>
/// <param name="source">The text between the name and the closing brace.</param>
internal sealed class InlineValue(string source) : LeafInline
{
    public string Source => source;

    /// <summary>Whether it has a closing brace.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The text that replaces it, once resolved.</summary>
    public string Text { get; set; } = "";

    /// <summary>The anchor of the table or figure it refers to; null if it is a number.</summary>
    public string? Target { get; set; }
}
