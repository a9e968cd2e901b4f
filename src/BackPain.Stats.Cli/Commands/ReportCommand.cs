using System.CommandLine;
using System.CommandLine.Completions;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Reports;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Runs;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Runs the commands in a Markdown file and puts their results into it.</summary>
internal sealed class ReportCommand : ProgramCommand
{
    private readonly CommandRunner runner;
    private readonly ReportOptions options = new();
    private readonly Argument<string> file = new("FILE.md")
    {
        Description =
            "A Markdown file with command lines in blocks of the language 'backpain'. Relative paths in it are relative to its folder. "
            + "Alternatively, the name of a bundled report.",
    };

    /// <param name="run">The run.</param>
    /// <param name="runner">Runs other command lines of this program.</param>
    public ReportCommand(RunContext run, CommandRunner runner)
        : base(run, "report", "Run the commands in a Markdown file and put their tables, pictures and figures into it.")
    {
        this.runner = runner;
        file.Validators.Add(OptionTexts.RefuseUnknownOptions(this));
        file.CompletionSources.Add(_ => ReportFile.Names.Select(known => new CompletionItem(known)));
        Arguments.Add(file);
        AddOptions(Groups.SelectMany(group => group.Options));
    }

    public override IReadOnlyList<OptionGroup> Groups => [options.Group, options.DatabaseGroup];

    public override IReadOnlyList<string> Examples =>
        ["backpain report low-back-pain -o low-back-pain.html", "backpain report low-back-pain -o low-back-pain.html --check"];

    protected override int Execute(ParseResult parsed)
    {
        var (path, checks, summary) = (options.PathIn(parsed), options.ChecksIn(parsed), options.SummaryIn(parsed));
        var name = parsed.GetValue(file)!;
        var log = new ProblemLog(keep: int.MaxValue);
        var source = ReportFile.Find(name);
        Run.Inputs.Note(source);
        var text = ReportFile.SourceIn(name, source, log);
        log.ThrowIfErrors();
        var report = Report.Read(name, source, text, log);
        var folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        var results = new ReportRun(report, folder, runner.In(folder), options.DatabasesIn(parsed), this, log).Results();
        if (!options.IsMarkdownIn(parsed))
        {
            var images = new Images(folder);
            AuthorsMarkup.Embed(report.Document, images, (line, complaint) => log.Add(complaint.At(name, line, ProblemCodes.BadReport)));
        }
        log.ThrowIfErrors();
        var outputs = options.IsMarkdownIn(parsed)
            ? MarkdownOutputs(report, results, path!)
            : [(path, new HtmlReport(report, results).Render())];
        var differences = checks ? DifferencesOf(outputs) : [];
        if (checks)
            ReportStale(name, path!, differences);
        else
            Write(outputs);
        if (summary is not null)
            OutputFile.Append(summary, SummaryOf(report, results, differences));
        return differences.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>The Markdown, preceded by the pictures that are written beside it.</summary>
    private static List<(string? Path, string Text)> MarkdownOutputs(Report report, IReadOnlyList<NumberedResult> results, string path)
    {
        string NameOf(NumberedResult result) => $"{Path.GetFileNameWithoutExtension(path)}-{result.PictureName}.svg";
        return
        [
            .. results
                .Where(result => result.Figure is not null)
                .Select(result => ((string?)Path.Combine(Path.GetDirectoryName(path)!, NameOf(result)), result.Draw(standsAlone: true))),
            (path, new MarkdownReport(report, results, NameOf).Render()),
        ];
    }

    /// <summary>
    /// Writes the outputs. The author of the report chose the names of its pictures, so none is written through a link.
    /// </summary>
    private void Write(List<(string? Path, string Text)> outputs)
    {
        var pictures = outputs.SkipLast(1).Select(output => output.Path!);
        if (pictures.FirstOrDefault(path => new FileInfo(path).LinkTarget is not null) is { } link)
            throw new RequestException(
                $"the picture '{link}' would be written through a symbolic link; remove the link.");
        outputs.ForEach(output => new ResultWriter(Run).Write(output.Path, output.Text));
    }

    /// <summary>The differences from the stored output, file by file.</summary>
    private static List<(string Path, IReadOnlyList<string> Lines)> DifferencesOf(IEnumerable<(string? Path, string Text)> outputs) =>
        [.. outputs
            .Select(output => (Path: output.Path!, Lines: Difference.Between(ReportFile.TextOf(output.Path!), output.Text)))
            .Where(output => output.Lines.Count > 0)];

    /// <summary>The stale outputs and the report; the fence is longer than any fence inside it.</summary>
    private static string SummaryOf(
        Report report, IReadOnlyList<NumberedResult> results, IEnumerable<(string Path, IReadOnlyList<string> Lines)> stale) =>
        string.Concat(stale.Select(output => $"``````text\n{output.Path} is stale:\n{string.Join('\n', output.Lines)}\n``````\n\n"))
            + new MarkdownReport(report, results, _ => null).Render();

    /// <summary>Reports what is stale.</summary>
    private void ReportStale(string name, string path, List<(string Path, IReadOnlyList<string> Lines)> stale)
    {
        using var text = Run.Streams.Text();
        foreach (var output in stale)
        {
            text.WriteLine($"{output.Path} is stale:");
            foreach (var line in output.Lines)
                text.WriteLine(line);
        }
        text.WriteLine(stale.Count == 0 ? $"{path} is up to date with {name}." : $"'{Tool.Name} report {name} -o {path}' rewrites it.");
    }
}
