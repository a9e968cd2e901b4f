using Markdig.Renderers.Html;
using Markdig.Syntax;
using HtmlRenderer = Markdig.Renderers.HtmlRenderer;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Renders the result of a block in its place; other fenced blocks are rendered as code.</summary>
/// <param name="results">The results.</param>
internal sealed class ResultRenderer(IReadOnlyList<NumberedResult> results) : HtmlObjectRenderer<FencedCodeBlock>
{
    private readonly CodeBlockRenderer others = new();

    protected override void Write(HtmlRenderer renderer, FencedCodeBlock obj)
    {
        if (results.FirstOrDefault(result => result.Block.Fence == obj) is { } result)
            renderer.EnsureLine().Write(HtmlReport.ResultOf(result));
        else
            others.Write(renderer, obj);
    }
}
