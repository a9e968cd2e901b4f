using BackPain.Stats.Data.Problems;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BackPain.Stats.Cli.Reports;

/// <summary>The images that the author of a report shows: put into the page, which then needs nothing else.</summary>
internal static class Images
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>Puts every image of a report into it. What cannot be put there goes into the log.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="log">Where problems go.</param>
    public static void Embed(Report report, string folder, ProblemLog log)
    {
        foreach (var image in report.Document.Descendants<LinkInline>().Where(link => link.IsImage && link.Url?.StartsWith("data:", StringComparison.Ordinal) == false))
        {
            var path = Path.Combine(folder, Uri.UnescapeDataString(image.Url!));
            if (image.Url!.Contains("://", StringComparison.Ordinal) || image.Url.StartsWith("//", StringComparison.Ordinal))
                Tell(image, "expected a file beside the report: a page that needs no network cannot fetch it");
            else if (!Types.TryGetValue(Path.GetExtension(path), out var type))
                Tell(image, $"expected one of {string.Join(", ", Types.Keys)}");
            else if (!File.Exists(path))
                Tell(image, "expected a file, and there is none of that name");
            else
                image.Url = $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
        }

        void Tell(LinkInline image, string expected) => log.Add(new Complaint($"found the image '{image.Url}'", expected).At(report.Name, image.Line + 1, ProblemCodes.BadReport));
    }
}
