using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Markup;

/// <summary>Checks and embeds what the author of a report adds to the page besides text: HTML, links and images.</summary>
internal static class AuthorsMarkup
{
    /// <summary>Reports HTML and links that could do more than show text or lead to a page.</summary>
    public static void Check(MarkdownDocument document, Action<int, Complaint> report)
    {
        foreach (var html in document.Descendants<HtmlBlock>())
            Report(html.Line, RawMarkup.ObjectionTo(html.Lines.ToString()));
        foreach (var html in document.Descendants<HtmlInline>())
            Report(html.Line, RawMarkup.ObjectionTo(html.Tag));
        foreach (var link in document.Descendants<AutolinkInline>())
            Report(link.Line, ObjectionTo(link.Url));
        foreach (var link in document.Descendants<LinkInline>().Where(link => !link.IsImage))
            Report(link.Line, ObjectionTo(AddressOf(link)));

        void Report(int line, Complaint? complaint)
        {
            if (complaint is not null)
                report(line + 1, complaint);
        }
    }

    /// <summary>The ids that the author's HTML defines in the page.</summary>
    public static IEnumerable<string> AnchorsIn(MarkdownDocument document) =>
        document.Descendants<HtmlBlock>().Select(html => html.Lines.ToString())
            .Concat(document.Descendants<HtmlInline>().Select(html => html.Tag))
            .SelectMany(RawMarkup.AnchorsIn);

    /// <summary>Embeds every image in the document. Reports images that cannot be embedded.</summary>
    public static void Embed(MarkdownDocument document, Images images, Action<int, Complaint> report)
    {
        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage))
            image.Url = Embedded(AddressOf(image), image.Line);
        foreach (var html in document.Descendants<HtmlInline>())
            html.Tag = RawMarkup.WithImages(html.Tag, address => Embedded(address, html.Line));
        foreach (var html in document.Descendants<HtmlBlock>())
        {
            var (before, after) = (
                html.Lines.ToString(), RawMarkup.WithImages(html.Lines.ToString(), address => Embedded(address, html.Line)));
            if (before != after)
                html.Lines = new StringLineGroup(after);
        }

        string Embedded(string address, int line)
        {
            if (Address.IsImageData(address))
            {
                if (SvgImage.ObjectionToData(address) is { } objection)
                    report(line + 1, new Complaint("found an image within its address", objection));
                return address;
            }
            if (images.TryEmbed(address, out var url, out var expected))
                return url;
            report(line + 1, new Complaint($"found the image '{address}'", expected));
            return address;
        }
    }

    private static string AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    private static Complaint? ObjectionTo(string address) => Address.IsSafe(address)
        ? null
        : new Complaint($"found a link to '{address}'", Address.Expected);
}
