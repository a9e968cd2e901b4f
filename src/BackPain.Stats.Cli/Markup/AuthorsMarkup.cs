using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Markup;

/// <summary>What the author of a report brings into the page besides text: HTML, links and images.</summary>
internal static class AuthorsMarkup
{
    /// <summary>Reports HTML and links that could do more than show text and lead somewhere.</summary>
    public static void Check(MarkdownDocument document, Action<int, Complaint> tell)
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
                tell(line + 1, complaint);
        }
    }

    /// <summary>The names that the author's HTML gives to places in the page.</summary>
    public static IEnumerable<string> AnchorsIn(MarkdownDocument document) =>
        document.Descendants<HtmlBlock>().Select(html => html.Lines.ToString())
            .Concat(document.Descendants<HtmlInline>().Select(html => html.Tag))
            .SelectMany(RawMarkup.AnchorsIn);

    /// <summary>Puts every image into the document. What cannot be put there is reported.</summary>
    public static void Embed(MarkdownDocument document, Images images, Action<int, Complaint> tell)
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
                    tell(line + 1, new Complaint("found an image within its address", objection));
                return address;
            }
            if (images.TryEmbed(address, out var url, out var expected))
                return url;
            tell(line + 1, new Complaint($"found the image '{address}'", expected));
            return address;
        }
    }

    private static string AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    private static Complaint? ObjectionTo(string address) => Address.IsSafe(address)
        ? null
        : new Complaint($"found a link to '{address}'", Address.Expected);
}
