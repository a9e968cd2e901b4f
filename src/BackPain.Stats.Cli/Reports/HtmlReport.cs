using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Intervals;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Renders a report as one self-contained page.</summary>
/// <param name="report">The report.</param>
/// <param name="results">The results of its blocks.</param>
internal sealed class HtmlReport(Report report, IReadOnlyList<NumberedResult> results)
{
    // Prevents scripts and network access even if an author's markup gets past the checks.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private const int FewestContents = 3;

    private static readonly string AppendixAnchor = ReportAppendix.Anchors[0];

    private readonly StringBuilder html = new();

    public string Render()
    {
        AppendTitle();
        AppendContents();
        AppendBody();
        AppendAppendix();
        return HtmlPage.Around(report.Title, report.Front.Author, html.ToString(), Policy);
    }

    /// <summary>The result of a block.</summary>
    public static string ResultOf(NumberedResult result)
    {
        var block = new StringBuilder();
        if (result.Block.Echo)
            block.Append($"<pre class=\"command\"><code>{HtmlText.Encoded(result.Block.Shown, keepsLines: true)}</code></pre>\n");
        if (result.Table is { } table)
        {
            var caption = Numbered("Table", table, result.Caption);
            block.Append(new HtmlTable(result.Shown, result.Result.Style) { Caption = caption, Anchor = result.TableAnchor }.Render());
        }
        if (result.Figure is { } figure)
            block
                .Append($"<figure class=\"picture\" id=\"{HtmlText.Encoded(result.FigureAnchor)}\">\n")
                .Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Encoded(result.Caption)}\">\n")
                .Append($"{result.Draw(standsAlone: false)}</div>\n")
                .Append($"<figcaption class=\"caption\">{Numbered("Figure", figure, result.Caption)}</figcaption>\n</figure>\n");
        return block.ToString();
    }

    private static string Numbered(string kind, int number, string caption) =>
        string.Create(CultureInfo.InvariantCulture, $"<b>{kind} {number}.</b> {HtmlText.Encoded(caption)}");

    private void AppendTitle()
    {
        if (report.Front.Title is { } title)
            html.Append($"<h1>{HtmlText.Encoded(title)}</h1>\n");
        var byline = string.Join(" · ", new[] { report.Front.Author, report.Front.Date }.Where(part => !string.IsNullOrEmpty(part)));
        if (byline.Length > 0)
            html.Append($"<p class=\"byline\">{HtmlText.Encoded(byline)}</p>\n");
    }

    private void AppendContents()
    {
        var headings = report.Document.Descendants<HeadingBlock>().Where(heading => heading.Level is 2 or 3).ToList();
        if (headings.Count + 1 < FewestContents)
            return;
        html.Append("<nav aria-label=\"Contents\">\n<p>Contents</p>\n<ol>\n");
        for (var i = 0; i < headings.Count;)
        {
            html.Append($"<li>{LinkTo(headings[i])}");
            var parts = headings.Skip(++i).TakeWhile(heading => heading.Level == 3).ToList();
            i += parts.Count;
            if (parts.Count > 0)
                html.Append("\n<ol>\n").AppendJoin("", parts.Select(part => $"<li>{LinkTo(part)}</li>\n")).Append("</ol>\n");
            html.Append("</li>\n");
        }
        html.Append($"<li><a href=\"#{AppendixAnchor}\">{ReportAppendix.Title}</a></li>\n</ol>\n</nav>\n");
    }

    private static string LinkTo(HeadingBlock heading) =>
        $"<a href=\"#{HtmlText.Encoded(heading.GetAttributes().Id ?? "")}\">{HtmlText.Encoded(Report.PlainText(heading))}</a>";

    private void AppendBody()
    {
        foreach (var cell in report.Document.Descendants<TableRow>().Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()))
            cell.GetAttributes().AddProperty("scope", "col");
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new Markdig.Renderers.HtmlRenderer(text);
        Report.Equip(renderer);
        renderer.ObjectRenderers.Insert(0, new ResultRenderer(results));
        renderer.ObjectRenderers.Insert(0, new InlineValueRenderer());
        renderer.Render(report.Document);
        // An entity can stand for a control character, and the page may be shown on a terminal.
        html.Append(string.Concat(text.ToString().Select(sign => char.IsControl(sign) && sign is not ('\n' or '\t') ? '\uFFFD' : sign)));
    }

    private void AppendAppendix()
    {
        var appendix = new ReportAppendix(results);
        html.Append($"<section class=\"appendix\">\n<h2 id=\"{AppendixAnchor}\">{ReportAppendix.Title}</h2>\n");
        html.Append($"<p>{HtmlText.Encoded(appendix.OriginOf(report.FileName))}</p>\n");
        if (results.Count == 0)
        {
            html.Append("</section>\n");
            return;
        }
        html
            .Append("<pre><code>")
            .AppendJoin('\n', appendix.Commands.Select(command => HtmlText.Encoded(command)))
            .Append("</code></pre>\n");
        if (appendix.Inputs.Rows.Count > 0)
            html.Append("<h3 id=\"appendix-data\">Data</h3>\n").Append(new HtmlTable(appendix.Inputs, new Style()).Render());
        if (appendix.Methods.Any())
            html
                .Append("<h3 id=\"appendix-methods\">Interval methods</h3>\n<ul>\n")
                .AppendJoin(
                    "",
                    appendix.Methods.Select(method =>
                        $"<li>{HtmlText.Encoded(method.Title)} (<code>{HtmlText.Encoded(method.Name)}</code>). "
                            + $"{ReferencesOf(method)}</li>\n"))
                .Append("</ul>\n");
        html.Append("<h3 id=\"appendix-exclusions\">Persons excluded from a figure</h3>\n");
        html
            .Append(appendix.Exclusions.Rows.Count > 0
                ? new HtmlTable(appendix.Exclusions, new Style()).Render()
                : $"<p>{ReportAppendix.Nobody}</p>\n")
            .Append("</section>\n");
    }

    private static string ReferencesOf(CitedMethod method) =>
        string.Join("; ", method.References.Select(reference => HtmlText.Encoded(reference.Citation) + DoiOf(reference.Doi)));

    private static string DoiOf(string? doi) =>
        doi is null ? "" : $" <a href=\"https://doi.org/{HtmlText.Encoded(doi)}\">doi:{HtmlText.Encoded(doi)}</a>";
}
