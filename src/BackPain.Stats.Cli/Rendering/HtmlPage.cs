using System.Reflection;
using System.Text;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A whole page that needs nothing else: no network, no script.</summary>
internal static class HtmlPage
{
    private static readonly Lazy<string> StyleSheet = new(() =>
    {
        using var sheet = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!, Encoding.UTF8);
        return sheet.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    });

    /// <summary>Puts a page around its content.</summary>
    /// <param name="title">The title, as plain text.</param>
    /// <param name="author">The author, as plain text; nothing where none is named.</param>
    /// <param name="content">The content, as HTML.</param>
    /// <param name="policy">What the page may load and run, as a Content-Security-Policy; null if there is nobody's markup in it.</param>
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
