using BackPain.Stats.Cli.Rendering;
using Markdig.Renderers.Html;
using HtmlRenderer = Markdig.Renderers.HtmlRenderer;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Puts the text of a value into its sentence.</summary>
internal sealed class InlineValueRenderer : HtmlObjectRenderer<InlineValue>
{
    protected override void Write(HtmlRenderer renderer, InlineValue obj) =>
        renderer.Write(obj.Target is { } target ? $"<a href=\"#{HtmlText.Encoded(target)}\">{HtmlText.Encoded(obj.Text)}</a>" : HtmlText.Encoded(obj.Text));
}
