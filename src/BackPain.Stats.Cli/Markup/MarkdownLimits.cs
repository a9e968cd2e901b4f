using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Markup;

/// <summary>
/// Refuses Markdown that takes too long to parse. Markdig's time for a paragraph is quadratic in its links and emphases; a limit on
/// these makes the time for a report linear in its length.
/// </summary>
internal sealed class MarkdownLimits : IMarkdownExtension
{
    private const int MostLevels = 120;
    private const int MostMarks = 10_000;

    private static readonly string[] Marks = ["[", "*", "_", "~", "<", "://", "www.", "mailto:", "tel:"];

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers)
            parser.Closed += (_, block) => Check(block);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Throws if anything in a document is nested more deeply than Markdig can render.</summary>
    /// <exception cref="EntangledMarkdownException">Something is.</exception>
    public static void CheckLevels(MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Element, int Level)>([(document, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Level > MostLevels)
                RefuseLevels(at.Element);
            IEnumerable<MarkdownObject> inner = at.Element switch
            {
                ContainerBlock container => container,
                LeafBlock { Inline: { } text } => [text],
                ContainerInline container => container,
                _ => [],
            };
            foreach (var element in inner)
                open.Push((element, at.Level + 1));
        }
    }

    private static void Check(Block block)
    {
        var levels = 0;
        for (Block? outer = block.Parent; outer is not null && levels <= MostLevels; outer = outer.Parent)
            levels++;
        if (levels > MostLevels)
            RefuseLevels(block);
        if (block is LeafBlock { ProcessInlines: true } leaf && MarksIn(leaf.Lines.ToString()) > MostMarks)
        {
            var found = $"found a paragraph with more than {Number(MostMarks)} link and emphasis characters";
            Refuse(block, found, "expected fewer; split it with blank lines");
        }
    }

    private static int MarksIn(string text) => text.Length <= MostMarks ? 0 : Marks.Sum(mark => text.AsSpan().Count(mark));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void RefuseLevels(MarkdownObject element) =>
        Refuse(element, "found Markdown that is nested too deeply to parse", $"expected at most {Number(MostLevels)} levels");

    private static void Refuse(MarkdownObject block, string found, string expected) =>
        throw new EntangledMarkdownException(block.Line + 1, new Complaint(found, expected));
}
