using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Renders a report as Markdown: its own text, with blocks and values replaced by results.</summary>
/// <param name="report">The report.</param>
/// <param name="results">The results of its blocks.</param>
/// <param name="pictureOf">Returns the file of the picture of a result; null if pictures are left out.</param>
internal sealed class MarkdownReport(Report report, IReadOnlyList<NumberedResult> results, Func<NumberedResult, string?> pictureOf)
{
    public string Render()
    {
        var text = new StringBuilder();
        var written = 0;
        foreach (var (span, instead) in Replacements().OrderBy(replacement => replacement.Span.Start))
        {
            text.Append(report.Text, written, span.Start - written).Append(instead);
            written = span.End + 1;
        }
        text.Append(report.Text, written, report.Text.Length - written);
        AppendAppendix(text);
        return text.ToString();
    }

    private static string Numbered(string kind, int number, string caption) =>
        string.Create(CultureInfo.InvariantCulture, $"**{kind} {number}.** {MarkdownText.Escaped(caption)}");

    /// <summary>Wraps command lines in a fence that none of them closes.</summary>
    private static string Fenced(string commandLines)
    {
        var fence = "```";
        while (commandLines.Contains(fence, StringComparison.Ordinal))
            fence += '`';
        return $"{fence}sh\n{commandLines}\n{fence}";
    }

    private static string TableOf(Table table, Style style)
    {
        using var stream = new MemoryStream();
        new MarkdownRenderer().Render(table with { Title = "" }, stream, style);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private IEnumerable<(SourceSpan Span, string Instead)> Replacements()
    {
        if (report.Document.Descendants<YamlFrontMatterBlock>().FirstOrDefault() is { } front)
            yield return (front.Span, Heading());
        foreach (var result in results)
            yield return (result.Block.Fence.Span, Indented(ResultOf(result), result.Block.Fence.Span.Start));
        foreach (var value in report.Values)
            yield return (value.Span, value.Target is { } target ? $"[{value.Text}](#{target})" : MarkdownText.Escaped(value.Text));
    }

    /// <summary>Keeps a result within its list item or block quote.</summary>
    private string Indented(string text, int start)
    {
        var lead = report.Text[(report.Text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1)..start];
        var prefix = string.Concat(lead.Select(character => character == '>' ? '>' : ' '));
        return string.Join('\n', text.Split('\n').Select((line, i) => i == 0 ? line : line.Length == 0 ? prefix.TrimEnd() : prefix + line));
    }

    private string Heading()
    {
        var byline = string.Join(
            " · ",
            new[] { report.Front.Author, report.Front.Date }
                .Where(part => !string.IsNullOrEmpty(part))
                .Select(part => MarkdownText.Escaped(part!)));
        return string.Join(
            "\n\n",
            new[] { report.Front.Title is { } title ? $"# {MarkdownText.Escaped(title)}" : "", byline }.Where(part => part.Length > 0));
    }

    private string ResultOf(NumberedResult result)
    {
        var parts = new List<string>();
        if (result.Block.Echo)
            parts.Add(Fenced(result.Block.Shown));
        if (result.Table is { } table)
            parts.Add(Anchored(result.TableAnchor, Numbered("Table", table, result.Caption))
                + $"\n\n{TableOf(result.Shown, result.Result.Style).TrimEnd('\n')}");
        if (result.Figure is { } figure && pictureOf(result) is { } picture)
            parts.Add(Anchored(result.FigureAnchor, $"![{MarkdownText.Escaped(result.Caption)}]({Uri.EscapeDataString(picture)})")
                + $"\n\n{Numbered("Figure", figure, result.Caption)}");
        return string.Join("\n\n", parts);
    }

    private static string Anchored(string anchor, string text) => $"<a id=\"{anchor}\"></a>{text}";

    private void AppendAppendix(StringBuilder text)
    {
        var appendix = new ReportAppendix(results);
        text.Append(text.Length > 0 && text[^1] != '\n' ? "\n" : "").Append($"\n## {ReportAppendix.Title}\n\n");
        text.Append($"{MarkdownText.Escaped(appendix.OriginOf(report.FileName))}\n");
        if (results.Count == 0)
            return;
        text.Append('\n').Append(Fenced(string.Join('\n', appendix.Commands))).Append('\n');
        if (appendix.Inputs.Rows.Count > 0)
            text.Append("\n### Data\n\n").Append(TableOf(appendix.Inputs, new Style()));
        if (appendix.Methods.Any())
            text
                .Append("\n### Interval methods\n\n")
                .AppendJoin(
                    "",
                    appendix.Methods.Select(method =>
                        $"* {MarkdownText.Escaped(method.Title)} (`{method.Name}`). {MarkdownRenderer.ReferencesOf(method)}\n"));
        text
            .Append("\n### Persons excluded from a figure\n\n")
            .Append(appendix.Exclusions.Rows.Count > 0 ? TableOf(appendix.Exclusions, new Style()) : $"{ReportAppendix.Nobody}\n");
    }
}
