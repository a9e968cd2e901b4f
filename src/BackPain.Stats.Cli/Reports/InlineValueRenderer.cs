using BackPain.Stats.Cli.Rendering;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using HtmlRenderer = Markdig.Renderers.HtmlRenderer;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Renders the text of a value in its sentence.</summary>
internal sealed class InlineValueRenderer : HtmlObjectRenderer<InlineValue>
{
    protected override void Write(HtmlRenderer renderer, InlineValue obj)
    {
        var text = HtmlText.Encoded(obj.Text);
        // The alternative text of an image has no markup, and links cannot be nested.
        var isLink = obj.Target is not null && renderer.EnableHtmlForInline && !obj.FindParentOfType<LinkInline>().Any();
        renderer.Write(isLink ? $"<a href=\"#{HtmlText.Encoded(obj.Target!)}\">{text}</a>" : text);
    }
}
