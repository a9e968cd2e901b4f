using System.CommandLine;
using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Pictures;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Sources;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Commands;

/// <summary>One run of the program: its arguments, its streams, and whether the user has stopped it.</summary>
/// <param name="arguments">The arguments.</param>
/// <param name="streams">Where it writes.</param>
/// <param name="files">The files read so far, in this run and in those it runs for itself; no result may replace one of them.</param>
/// <param name="readings">What commands that run together read once.</param>
/// <param name="capture">Takes the result instead of showing it, where a command runs for another.</param>
/// <param name="databases">Which databases it may ask.</param>
/// <param name="cancelled">Whether it was stopped.</param>
internal sealed class Session(
    IReadOnlyList<string> arguments,
    Streams streams,
    ISet<string> files,
    SharedReadings readings,
    Action<Result, Style>? capture,
    DatabasePermission databases,
    CancellationToken cancelled)
{
    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>Where it writes.</summary>
    public Streams Streams => streams;

    /// <summary>Reads data into a study.</summary>
    public Study Read(StudyRequest request, DataOptions data, ProblemLog log, ParseResult parsed, OutputOptions output)
    {
        var (names, table) = (data.NamesIn(parsed), data.TableIn(parsed));
        if (table is not null)
            databases.Require(table.Address);
        // An output that cannot be is told before a long reading, not after it.
        var renderer = output.RendererIn(parsed);
        names.Where(File.Exists).ToList().ForEach(NoteInput);
        RefuseToReplaceInputs(output.PathIn(parsed));
        using var line = output.IsQuietIn(parsed) || !streams.ErrorIsTerminal ? null : new ProgressLine(streams.Error);
        var study = readings.Read(parsed, request with { Fingerprints = capture is not null || renderer.ShowsInputs }, log, (wanted, problems) => table is not null ? new DatabaseReader(wanted, problems, cancelled).Read(table) : new StudyReader(wanted, problems, progress =>
        {
            cancelled.ThrowIfCancellationRequested();
            line?.Report(progress);
        }).Read(names));
        study.Paths.ToList().ForEach(NoteInput);
        return study;
    }

    /// <summary>The session of a command that is run for this one.</summary>
    public Session Within(IReadOnlyList<string> commandLine, Action<Result, Style> take, DatabasePermission permission) =>
        new(commandLine, Streams.Silent, files, readings, take, databases.Within(permission), cancelled);

    /// <summary>Tells of a reading that will be asked for.</summary>
    public void Expect(ParseResult parsed, StudyRequest request) => readings.Expect(parsed, request);

    /// <summary>Remembers a file that is read.</summary>
    public void NoteInput(string path) => files.Add(FileIdentity.Of(path));

    /// <summary>Where a result comes from that was counted and perhaps estimated.</summary>
    public Provenance ProvenanceOf(Study study, DomainAnswer? counted = null, DesignSummary? design = null) => new(
        arguments,
        study.Inputs,
        counted?.Attrition ?? [],
        [.. study.Warnings, .. counted is { Contradictions.Count: > 0 } ? [NoteOn(counted.Contradictions)] : Array.Empty<Note>(), .. design?.Notes ?? []],
        design)
    {
        Overlaps = !study.OverallMeansSomething,
        Unit = study.Repeats is null ? CountedUnit.Person : CountedUnit.Row,
    };

    /// <summary>Where a result comes from that needed no data, or data that other runs have read.</summary>
    public Provenance Provenance(params IReadOnlyList<InputSummary> inputs) => new(arguments, inputs, [], []);

    /// <summary>Shows a result, and the picture that may go with it. Warnings that its format has no place for go to standard error.</summary>
    public void Show(Result result, ParseResult parsed, OutputOptions output, PictureOptions? picture = null)
    {
        if (capture is not null)
        {
            capture(result, output.StyleIn(parsed, streams));
            return;
        }
        var renderer = output.RendererIn(parsed);
        RefuseToReplaceInputs(output.PathIn(parsed));
        RefuseToReplaceInputs(picture?.PathIn(parsed));
        var style = output.StyleIn(parsed, streams);
        // What cannot be drawn is told before anything is written.
        var drawing = picture?.PathIn(parsed) is null ? null : picture.Draw(parsed, result.Chart!, style);
        if (drawing is not null)
            Write(picture!.PathIn(parsed), drawing);
        OutputFile.Write(output.PathIn(parsed), streams.Output, stream => renderer.Render(result.TableFor(renderer.IsForPeople), stream, style), cancelled);
        if (picture?.IsUnderTableIn(parsed) == true)
            Write(null, $"\n{TerminalPicture.Draw(result.Chart!, style)}");
        if (renderer.ShowsFootnotes || output.IsQuietIn(parsed))
            return;
        foreach (var warning in result.Provenance.Warnings)
            streams.Error.WriteLine($"{Tool.Name}: {warning.Code}: {warning.Text}");
    }

    /// <summary>Where messages beside the result go; nowhere with --quiet.</summary>
    public TextWriter Messages(ParseResult parsed, OutputOptions output) => output.IsQuietIn(parsed) ? TextWriter.Null : streams.Error;

    /// <summary>Writes a text that is a result by itself.</summary>
    /// <param name="path">The file; nothing for standard output.</param>
    /// <param name="text">The text.</param>
    public void Write(string? path, string text)
    {
        if (capture is not null)
            throw new RequestException("a command that is run for another writes no file of its own.");
        RefuseToReplaceInputs(path);
        OutputFile.Write(path, streams.Output, stream => stream.Write(Encoding.UTF8.GetBytes(text)), cancelled);
    }

    private void RefuseToReplaceInputs(string? path)
    {
        if (path is not null && files.Contains(FileIdentity.Of(path)))
            throw new RequestException($"the output '{path}' is one of the inputs, and would replace it.");
    }

    private static Note NoteOn(IReadOnlyList<RecallContradiction> contradictions)
    {
        var persons = contradictions.Sum(contradiction => contradiction.Persons);
        var pairs = contradictions.Select(contradiction => string.Create(CultureInfo.InvariantCulture, $"yes to {contradiction.Shorter.Name} but no to {contradiction.Longer.Name} ({contradiction.Persons})"));
        return new Note(
            ProblemCodes.ContradictoryRecall.Name,
            string.Create(CultureInfo.InvariantCulture, $"{persons} {(persons == 1 ? "person contradicts himself or herself" : "persons contradict themselves")}: {string.Join(", ", pairs)}. The answers are counted as they are; 'backpain check' on the rows lists them."));
    }
}
