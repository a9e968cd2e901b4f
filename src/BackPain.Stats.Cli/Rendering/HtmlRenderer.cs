using System.Text;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A table for a web page: a fragment to embed, or a whole page if it is a file of its own.</summary>
internal sealed class HtmlRenderer : Renderer
{
    public override string Name => "html";

    public override IReadOnlyList<string> Extensions => [".html", ".htm"];

    public override bool IsForPeople => true;

    public override bool ShowsFootnotes => true;

    public override void Render(Table table, Stream output, Style style)
    {
        var fragment = new HtmlTable(table, style).Render();
        output.Write(Encoding.UTF8.GetBytes(
            style.StandsAlone ? HtmlPage.Around(table.Title.Length > 0 ? table.Title : table.Name, null, fragment) : fragment));
    }
}
