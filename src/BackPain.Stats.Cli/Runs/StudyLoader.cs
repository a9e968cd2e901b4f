using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Cli.Runs;

/// <summary>Reads the data of a command line into a study.</summary>
/// <param name="run">The run.</param>
/// <param name="data">What the data are.</param>
/// <param name="output">How the result is written.</param>
internal sealed class StudyLoader(RunContext run, DataOptions data, OutputOptions output)
{
    /// <summary>Reads the data, or takes them from a shared reading.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">What to count.</param>
    /// <param name="log">Collects the problems.</param>
    public Study Read(ParseResult parsed, StudyRequest request, ProblemLog log)
    {
        var (names, table) = (data.NamesIn(parsed), data.TableIn(parsed));
        if (table is not null)
            run.Databases.Require(table.Address);
        // Reported before a long reading, not after it.
        var renderer = output.RendererIn(parsed);
        foreach (var path in names.Select(name => InputFile.PathIn(run.Folder, name)).Where(File.Exists))
            run.Inputs.Note(path);
        run.Inputs.Check(output.PathIn(parsed));
        using var line = output.IsQuietIn(parsed) || !run.Streams.ErrorIsTerminal ? null : new ProgressLine(run.Streams.Error);
        var wanted = request with { Folder = run.Folder, Fingerprints = run.Capture is not null || renderer.ShowsInputs };
        var study = run.Readings.Read(parsed, wanted, log, (shared, problems) =>
            table is not null
                ? new DatabaseReader(shared, problems, run.Cancelled).Read(table)
                : new StudyReader(shared, problems, Report).Read(names));
        study.Paths.ToList().ForEach(run.Inputs.Note);
        return study;

        void Report(ReadingProgress progress)
        {
            run.Cancelled.ThrowIfCancellationRequested();
            line?.Report(progress);
        }
    }
}
