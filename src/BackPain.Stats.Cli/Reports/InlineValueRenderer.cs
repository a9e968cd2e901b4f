using BackPain.Stats.Cli.Rendering;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using HtmlRenderer = Markdig.Renderers.HtmlRenderer;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Puts the text of a value into its sentence.</summary>
internal sealed class InlineValueRenderer : HtmlObjectRenderer<InlineValue>
{
    protected override void Write(HtmlRenderer renderer, InlineValue obj)
    {
        var text = HtmlText.Encoded(obj.Text);
        // In the description of an image nothing is markup, and in a link there is no other.
        var isLink = obj.Target is not null && renderer.EnableHtmlForInline && !obj.FindParentOfType<LinkInline>().Any();
        renderer.Write(isLink ? $"<a href=\"#{HtmlText.Encoded(obj.Target!)}\">{text}</a>" : text);
    }
}
