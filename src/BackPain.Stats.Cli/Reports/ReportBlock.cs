using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;
using Markdig.Syntax;

namespace BackPain.Stats.Cli.Reports;

/// <summary>A fenced block with a command line.</summary>
/// <param name="Fence">The fenced block.</param>
/// <param name="Words">Its command line, without the name of the program.</param>
internal sealed partial record ReportBlock(FencedCodeBlock Fence, IReadOnlyList<string> Words)
{
    private const string Language = "backpain";

    private static readonly string[] Known = ["id", "caption", "echo", "table", "plot"];
    private static readonly string[] PlotWords = [.. PictureCatalogue.All.Select(picture => picture.Name), "auto", "none"];

    /// <summary>The id by which sentences refer to it; null if it has none.</summary>
    public string? Id { get; private init; }

    /// <summary>The caption over its table and under its picture; null for the title of the table.</summary>
    public string? Caption { get; private init; }

    /// <summary>Whether its command line is shown.</summary>
    public bool Echo { get; private init; }

    /// <summary>Whether its table is shown.</summary>
    public bool ShowsTable { get; private init; }

    /// <summary>The kind of picture shown, or auto; null for none.</summary>
    public string? Plot { get; private init; }

    /// <summary>The line number on which it begins.</summary>
    public int Line => Fence.Line + 1;

    /// <summary>Its name in messages.</summary>
    public string Name => Id is null ? "the block" : $"block '{Id}'";

    /// <summary>The default options that the report adds to its command line.</summary>
    public IReadOnlyList<string> Defaults { get; init; } = [];

    /// <summary>The whole command line, without the name of the program.</summary>
    public IReadOnlyList<string> CommandLine => [.. Words, .. Defaults];

    /// <summary>
    /// The command line as shown, ready to be pasted into a shell: with the author's line breaks, unless a shell would read it
    /// differently.
    /// </summary>
    public string Shown
    {
        get
        {
            var written = string.Join('\n', LinesOf(Fence)).Trim('\n');
            written = written.StartsWith("$ ", StringComparison.Ordinal) ? written[2..] : written;
            var read = written.Replace("\\\n", " ", StringComparison.Ordinal);
            var isOneLine = !read.Contains('\n', StringComparison.Ordinal);
            return isOneLine && ShellWords.IsPlain(read) && ShellWords.Split(read).SequenceEqual(Words.Prepend(Tool.Name))
                ? $"{written}{(Defaults.Count == 0 ? "" : $" \\\n  {ShellWords.Join(Defaults)}")}"
                : $"{Tool.Name} {ShellWords.Join(CommandLine)}";
        }
    }

    /// <summary>Whether a fenced block contains a command line of this program.</summary>
    public static bool IsOne(FencedCodeBlock fence) => fence.Info == Language;

    /// <summary>The id of a block, even of an invalid one; null if it has none.</summary>
    public static string? IdOf(FencedCodeBlock fence) =>
        AnyId().Match(fence.Arguments ?? "") is { Success: true } match ? match.Groups["id"].Value.Trim('"', '\'') : null;

    /// <summary>Parses a block; returns null if it is invalid.</summary>
    /// <param name="fence">The fence.</param>
    /// <param name="echo">Whether command lines are shown by default.</param>
    /// <param name="report">Called with what is wrong.</param>
    public static ReportBlock? Read(FencedCodeBlock fence, bool echo, Action<Complaint> report)
    {
        if (fence.ClosingFencedCharCount == 0)
        {
            report(new Complaint("found an opening fence", "expected a closing fence before the end of the file"));
            return null;
        }
        if (!Attributes.TryParse(fence.Arguments ?? "", Known, out var attributes, out var problem))
        {
            report(problem!);
            return null;
        }
        var text = string.Join(' ', LinesOf(fence).Select(line => line.TrimEnd('\\')));
        var words = ShellWords.Split(text);
        if (words is ["$", ..])
            words = [.. words.Skip(1)];
        if (words is [Tool.Name, ..])
            words = [.. words.Skip(1)];
        if (text.Any(IsHidden))
            report(new Complaint("found a control character in a command line", "expected printable characters and spaces"));
        if (ShellWords.HasUnclosedQuote(text))
            report(new Complaint("found an unclosed quote in a command line", "expected a closing quote"));
        if (words.Count == 0)
            report(
                new Complaint("found a block without a command line", $"expected one, as in {Tool.Name} prevalence survey.csv --by sex"));
        else if (words.Contains(Tool.Name))
            report(new Complaint("found more than one command line in a block", "expected one command line per block"));
        return words.Count == 0 || words.Contains(Tool.Name) ? null : With(fence, words, attributes, echo, report);
    }

    /// <summary>Whether a character moves the cursor or changes the text direction, which could disguise a command line.</summary>
    private static bool IsHidden(char character) =>
        (char.IsControl(character) && character != '\t') || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static IEnumerable<string> LinesOf(FencedCodeBlock fence) =>
        fence.Lines.ToString().Split('\n').Select(line => line.TrimEnd());

    private static ReportBlock? With(
        FencedCodeBlock fence, IReadOnlyList<string> words, Attributes attributes, bool echo, Action<Complaint> report)
    {
        foreach (var name in new[] { "echo", "table" })
        {
            if (attributes[name] is not (null or "true" or "false"))
                report(new Complaint($"found {name}={attributes[name]}", "expected true or false"));
        }
        if (attributes["plot"] is { } plot && !PlotWords.Contains(plot))
            report(new Complaint(
                $"found plot={plot}", $"expected one of {string.Join(", ", PlotWords)}", Nearest.Suggestion(plot, PlotWords)));
        if (attributes["id"] is { } id && (id.Length == 0 || !id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')))
            report(new Complaint($"found id={id}", "expected letters, digits and hyphens"));
        return new ReportBlock(fence, words)
        {
            Id = attributes["id"],
            Caption = attributes["caption"],
            Echo = attributes["echo"] is { } wanted ? wanted != "false" : echo,
            ShowsTable = attributes["table"] != "false",
            Plot = attributes["plot"] is { } kind and not "none" ? kind : null,
        };
    }

    [GeneratedRegex("""(?:^|\s)id=(?<id>"[^"]*"|'[^']*'|\S+)""", RegexOptions.CultureInvariant)]
    private static partial Regex AnyId();
}
