using System.CommandLine;
using System.CommandLine.Completions;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Reports;
using BackPain.Stats.Cli.Tables;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Runs the commands in a Markdown file and puts their results into it.</summary>
internal sealed class ReportCommand : ProgramCommand
{
    private readonly Session session;
    private readonly CommandRunner run;
    private readonly ReportOptions options = new();
    private readonly Argument<string> file = new("FILE.md") { Description = "A Markdown file with command lines in blocks of the language 'backpain'. Its relative paths are relative to it. Or the name of a bundled report." };

    /// <param name="session">The run.</param>
    /// <param name="run">Runs other command lines of this program.</param>
    public ReportCommand(Session session, CommandRunner run)
        : base("report", "Run the commands in a Markdown file and put their tables, pictures and figures into it.")
    {
        (this.session, this.run) = (session, run);
        file.Validators.Add(OptionTexts.RefuseUnknownOptions(this));
        file.CompletionSources.Add(_ => ReportFile.Names.Select(known => new CompletionItem(known)));
        Arguments.Add(file);
        AddOptions(options.Group.Options);
    }

    public override IReadOnlyList<OptionGroup> Groups => [options.Group];

    public override IReadOnlyList<string> Examples => ["backpain report low-back-pain -o low-back-pain.html", "backpain report low-back-pain -o low-back-pain.html --check"];

    protected override int Execute(ParseResult parsed)
    {
        var (path, checks, summary) = (options.PathIn(parsed), options.ChecksIn(parsed), options.SummaryIn(parsed));
        var name = parsed.GetValue(file)!;
        var log = new ProblemLog(keep: int.MaxValue);
        var source = ReportFile.Find(name);
        session.NoteInput(source);
        var report = Report.Read(name, source, ReportFile.TextOf(source), log);
        var folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        var results = new ReportRun(report, folder, run, this, log).Results();
        if (!options.IsMarkdownIn(parsed))
            Images.Embed(report, folder, log);
        log.ThrowIfErrors();
        var outputs = options.IsMarkdownIn(parsed) ? MarkdownOutputs(report, results, path!) : [(path, new HtmlReport(report, results).Render())];
        var stale = checks && Tell(name, [.. outputs.Select(output => (output.Path!, output.Text, ReportFile.TextOf(output.Path!)))]);
        if (!checks)
            outputs.ForEach(output => session.Write(output.Path, output.Text));
        if (summary is not null)
            File.AppendAllText(summary, new MarkdownReport(report, results, _ => null).Render());
        return stale ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>The Markdown, behind the pictures that it needs, which go beside it.</summary>
    private static List<(string? Path, string Text)> MarkdownOutputs(Report report, IReadOnlyList<NumberedResult> results, string path)
    {
        string NameOf(NumberedResult result) => $"{Path.GetFileNameWithoutExtension(path)}-{result.Block.Id ?? $"figure-{result.Figure}"}.svg";
        return
        [
            .. results.Where(result => result.Figure is not null).Select(result => ((string?)Path.Combine(Path.GetDirectoryName(path)!, NameOf(result)), result.Draw(standsAlone: true))),
            (path, new MarkdownReport(report, results, NameOf).Render()),
        ];
    }

    /// <summary>Tells what is stale.</summary>
    /// <returns>Whether anything is.</returns>
    private bool Tell(string name, IReadOnlyList<(string Path, string Made, string Stored)> outputs)
    {
        using var text = session.Streams.Text();
        var stale = outputs.Where(output => output.Made != output.Stored).ToList();
        foreach (var (path, made, stored) in stale)
        {
            text.WriteLine($"{path} is stale:");
            foreach (var line in Difference.Between(stored, made))
                text.WriteLine(line);
        }
        text.WriteLine(stale.Count == 0 ? $"{outputs[^1].Path} is what {name} gives." : $"'{Tool.Name} report {name} -o {outputs[^1].Path}' writes it anew.");
        return stale.Count > 0;
    }
}
