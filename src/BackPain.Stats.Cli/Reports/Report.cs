using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Data.Problems;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Yaml;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A report: a Markdown file with command lines in blocks and values in sentences.</summary>
internal sealed class Report
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private Report(string name, string fileName, string text, ProblemLog log)
    {
        (Name, FileName, Text) = (name, fileName, text);
        void Complain(int line, Complaint complaint) => log.Add(complaint.At(name, line, ProblemCodes.BadReport));
        Document = Parsed(text, Complain);
        Front = Document.Descendants<YamlFrontMatterBlock>().FirstOrDefault() is { } front
            ? FrontMatter.Read([.. front.Lines.ToString().Split('\n')], front.Line + 2, Complain)
            : new FrontMatter();
        Blocks = [.. Document
            .Descendants<FencedCodeBlock>()
            .Where(ReportBlock.IsOne)
            .Select(fence => ReportBlock.Read(fence, Front.Echo, complaint => Complain(fence.Line + 1, complaint)))
            .OfType<ReportBlock>()];
        foreach (var twice in Blocks
            .Where(block => block.Id is not null)
            .GroupBy(block => block.Id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
            Complain(
                twice.ElementAt(1).Line,
                new Complaint($"found id={twice.Key} twice", $"expected it once; it is also on line {twice.First().Line}"));
        Ids = [.. Document.Descendants<FencedCodeBlock>().Where(ReportBlock.IsOne).Select(ReportBlock.IdOf).OfType<string>()];
        Values = [.. Document.Descendants<InlineValue>()];
        AuthorsMarkup.Check(Document, Complain);
        NameAnchors(Complain);
    }

    /// <summary>The file, as the user named it.</summary>
    public string Name { get; }

    /// <summary>The name of the file, without its folder.</summary>
    public string FileName { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The text as Markdown.</summary>
    public MarkdownDocument Document { get; }

    /// <summary>The front matter.</summary>
    public FrontMatter Front { get; }

    /// <summary>The valid blocks, in order.</summary>
    public IReadOnlyList<ReportBlock> Blocks { get; }

    /// <summary>The ids of all blocks, including invalid ones.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The anchors taken in the page.</summary>
    public Anchors Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The values in sentences.</summary>
    public IReadOnlyList<InlineValue> Values { get; }

    /// <summary>The title: from the front matter, else the first heading, else the file name.</summary>
    public string Title =>
        Front.Title
            ?? Document.Descendants<HeadingBlock>().Select(PlainText).FirstOrDefault(text => text.Length > 0)
            ?? Path.GetFileNameWithoutExtension(FileName);

    /// <summary>Parses a report. Problems go into the log.</summary>
    /// <param name="name">The name, as the user gave it.</param>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="log">Collects the problems.</param>
    public static Report Read(string name, string path, string text, ProblemLog log) =>
        new(name, Path.GetFileName(path), text.ReplaceLineEndings("\n"), log);

    /// <summary>Sets up a renderer for GitHub-flavoured Markdown and values.</summary>
    public static void Equip(Markdig.Renderers.IMarkdownRenderer renderer) => Pipeline.Setup(renderer);

    /// <summary>The text of a heading.</summary>
    public static string PlainText(HeadingBlock heading) =>
        string.Concat((heading.Inline ?? new ContainerInline()).Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        InlineValue value => value.Text,
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    }));

    private static MarkdownDocument Parsed(string text, Action<int, Complaint> report)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            MarkdownLimits.CheckLevels(document);
            return document;
        }
        catch (EntangledMarkdownException error)
        {
            report(error.Line, error.Complaint);
        }
        catch (ArgumentException)
        {
            // Markdig's own nesting limit, for which it has no specific exception type. It has no other objection to text.
            report(1, new Complaint("found Markdown that is nested too deeply to parse", "expected fewer levels"));
        }
        return [];
    }

    /// <summary>Assigns the anchors in the page: blocks first, then headings take what is left.</summary>
    private void NameAnchors(Action<int, Complaint> report)
    {
        foreach (var name in AuthorsMarkup.AnchorsIn(Document).Concat(ReportAppendix.Anchors))
            Anchors.TryTake(name);
        foreach (var block in Blocks.Where(block => block.Id is not null).DistinctBy(block => block.Id, StringComparer.Ordinal))
        {
            if (!Anchors.TryTake($"table-{block.Id}") | !Anchors.TryTake($"figure-{block.Id}"))
            {
                var expected =
                    $"expected another: the HTML of the report has an element with the id 'table-{block.Id}' or 'figure-{block.Id}'";
                report(block.Line, new Complaint($"found id={block.Id}", expected));
            }
        }
        foreach (var heading in Document.Descendants<HeadingBlock>())
        {
            var name = LinkHelper.UrilizeAsGfm(PlainText(heading));
            heading.GetAttributes().Id = Anchors.Take(name.Length > 0 ? name : "section");
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseYamlFrontMatter()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseAutoLinks()
            .Use<MarkdownLimits>();
        builder.InlineParsers.Insert(0, new InlineValueParser());
        return builder.Build();
    }
}
