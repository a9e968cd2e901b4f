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

/// <summary>A Markdown file with command lines in blocks and values in sentences.</summary>
internal sealed class Report
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private Report(string name, string fileName, string text, ProblemLog log)
    {
        (Name, FileName, Text) = (name, fileName, text);
        void Tell(int line, Complaint complaint) => log.Add(complaint.At(name, line, ProblemCodes.BadReport));
        Document = Parsed(text, Tell);
        Front = Document.Descendants<YamlFrontMatterBlock>().FirstOrDefault() is { } front
            ? FrontMatter.Read([.. front.Lines.ToString().Split('\n')], front.Line + 2, Tell)
            : new FrontMatter();
        Blocks = [.. Document
            .Descendants<FencedCodeBlock>()
            .Where(ReportBlock.IsOne)
            .Select(fence => ReportBlock.Read(fence, Front.Echo, complaint => Tell(fence.Line + 1, complaint)))
            .OfType<ReportBlock>()];
        foreach (var twice in Blocks
            .Where(block => block.Id is not null)
            .GroupBy(block => block.Id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
            Tell(
                twice.ElementAt(1).Line,
                new Complaint($"found id={twice.Key} twice", $"expected it once; it is also on line {twice.First().Line}"));
        Ids = [.. Document.Descendants<FencedCodeBlock>().Where(ReportBlock.IsOne).Select(ReportBlock.IdOf).OfType<string>()];
        Values = [.. Document.Descendants<InlineValue>()];
        AuthorsMarkup.Check(Document, Tell);
        NameAnchors(Tell);
    }

    /// <summary>The file, as the user named it.</summary>
    public string Name { get; }

    /// <summary>The name of the file, without its folder.</summary>
    public string FileName { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The text as Markdown.</summary>
    public MarkdownDocument Document { get; }

    /// <summary>What it says of itself.</summary>
    public FrontMatter Front { get; }

    /// <summary>The blocks that can be used, in order.</summary>
    public IReadOnlyList<ReportBlock> Blocks { get; }

    /// <summary>The ids of all blocks, also of those that cannot be used.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The names of places in the page that are taken.</summary>
    public Anchors Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The values in sentences.</summary>
    public IReadOnlyList<InlineValue> Values { get; }

    /// <summary>The title: as given, else the first heading, else the name of the file.</summary>
    public string Title =>
        Front.Title
            ?? Document.Descendants<HeadingBlock>().Select(PlainText).FirstOrDefault(text => text.Length > 0)
            ?? Path.GetFileNameWithoutExtension(FileName);

    /// <summary>Reads a report. What is wrong with it goes into the log.</summary>
    /// <param name="name">As the user named it.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="text">Its text.</param>
    /// <param name="log">Where problems go.</param>
    public static Report Read(string name, string path, string text, ProblemLog log) =>
        new(name, Path.GetFileName(path), text.ReplaceLineEndings("\n"), log);

    /// <summary>Markdown as GitHub has it, and the values.</summary>
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

    private static MarkdownDocument Parsed(string text, Action<int, Complaint> tell)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            MarkdownLimits.CheckLevels(document);
            return document;
        }
        catch (EntangledMarkdownException error)
        {
            tell(error.Line, error.Complaint);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit, which it does not tell by a type of its own. There is nothing else in the text that it could object to.
            tell(1, new Complaint("found Markdown that is nested too deeply to be read", "expected fewer levels"));
        }
        return [];
    }

    /// <summary>Names the places in the page: what blocks are called by comes before headings, which take what is left.</summary>
    private void NameAnchors(Action<int, Complaint> tell)
    {
        foreach (var name in AuthorsMarkup.AnchorsIn(Document).Concat(ReportAppendix.Anchors))
            Anchors.TryTake(name);
        foreach (var block in Blocks.Where(block => block.Id is not null).DistinctBy(block => block.Id, StringComparer.Ordinal))
        {
            if (!Anchors.TryTake($"table-{block.Id}") | !Anchors.TryTake($"figure-{block.Id}"))
            {
                var expected =
                    $"expected another: the HTML of the report has an element with the id 'table-{block.Id}' or 'figure-{block.Id}'";
                tell(block.Line, new Complaint($"found id={block.Id}", expected));
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
