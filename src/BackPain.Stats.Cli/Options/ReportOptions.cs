using System.CommandLine;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options for the output of a report.</summary>
internal sealed class ReportOptions
{
    private static readonly string[] Pages = [".html", ".htm"];
    private static readonly string[] Texts = [".md", ".markdown"];

    private readonly CliOption<string?> output = CliOption.Once<string>(
        "--output", "FILE.html|FILE.md",
        "Write a self-contained page, or Markdown with its pictures beside it. Default: a page to standard output.",
        TryOutput,
        "-o");
    private readonly CliOption<bool> check = CliOption.Switch(
        "--check",
        "Write no output: recompute and compare with the stored output; if it is stale, show the differences and exit with code 4.");
    private readonly CliOption<bool> summary = CliOption.Switch(
        "--summary", $"Append the report as Markdown, without pictures, to the file named by ${SummaryVariable}.");

    private readonly CliOption<List<AllowedDatabase>> databases = CliOption.Many<AllowedDatabase>(
        "--allow-db",
        "HOST[:PORT]",
        "Let --db in the blocks ask databases of this server, with your login. Without it a report asks none.",
        AllowedDatabase.TryParse);

    /// <summary>The environment variable that names the job summary file of GitHub Actions.</summary>
    public const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    public OptionGroup Group => new("Output", [output, check, summary]);

    /// <summary>The options about databases.</summary>
    public OptionGroup DatabaseGroup => new("Databases", [databases]);

    /// <summary>The file to write to; null for standard output.</summary>
    public string? PathIn(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>Whether the output is Markdown.</summary>
    public bool IsMarkdownIn(ParseResult parsed) =>
        PathIn(parsed) is { } path && Texts.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether to check the stored output.</summary>
    /// <exception cref="RequestException">No stored output is named.</exception>
    public bool ChecksIn(ParseResult parsed) => parsed.GetValue(check) && PathIn(parsed) is null
        ? throw new RequestException("--check needs --output, the stored output to compare with.")
        : parsed.GetValue(check);

    /// <summary>The databases that the blocks may query.</summary>
    public DatabasePermission DatabasesIn(ParseResult parsed) => DatabasePermission.OfReport(parsed.GetValue(databases)!);

    /// <summary>The file to append a summary to; null if no summary is requested.</summary>
    /// <exception cref="RequestException">A summary is requested, but the environment variable is not set.</exception>
    public string? SummaryIn(ParseResult parsed) =>
        !parsed.GetValue(summary) ? null : Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } path
        ? path
        : throw new RequestException($"--summary needs the environment variable {SummaryVariable}, which names the file to append to.");

    private static bool TryOutput(string text, out string? value, out string? problem)
    {
        (value, problem) = (text, $"'{text}' is neither a page nor Markdown; let it end in {string.Join(", ", Pages.Concat(Texts))}");
        return Pages.Concat(Texts).Contains(Path.GetExtension(text), StringComparer.OrdinalIgnoreCase) && !Directory.Exists(text);
    }
}
