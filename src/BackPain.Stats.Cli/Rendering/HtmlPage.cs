using System.Reflection;
using System.Text;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A self-contained page: no network, no script.</summary>
internal static class HtmlPage
{
    private static readonly Lazy<string> StyleSheet = new(() =>
    {
        using var sheet = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!, Encoding.UTF8);
        return sheet.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    });

    /// <summary>Wraps content in a page.</summary>
    /// <param name="title">The title, as plain text.</param>
    /// <param name="author">The author, as plain text; null if there is none.</param>
    /// <param name="content">The content, as HTML.</param>
    /// <param name="policy">The Content-Security-Policy of the page; null if it contains no markup by an author.</param>
    public static string Around(string title, string? author, string content, string? policy = null)
    {
        var authorTag = author is null ? "" : $"\n<meta name=\"author\" content=\"{HtmlText.Encoded(author)}\">";
        var policyTag = policy is null ? "" : $"\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">{policyTag}
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="{Tool.Name} {Tool.Version}">{authorTag}
            <title>{HtmlText.Encoded(title)}</title>
            <link rel="icon" href="data:,">
            <style>
            {StyleSheet.Value}
            </style>
            </head>
            <body>
            <main>
            {content.TrimEnd()}
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
