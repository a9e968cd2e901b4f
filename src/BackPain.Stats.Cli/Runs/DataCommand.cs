using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Runs;

/// <summary>A command that reads data.</summary>
internal abstract class DataCommand : ProgramCommand
{
    private readonly StudyLoader loader;

    /// <param name="run">The run.</param>
    /// <param name="name">The name, as typed.</param>
    /// <param name="description">The question it answers, in a sentence.</param>
    /// <param name="defaultFormat">The format used by default.</param>
    protected DataCommand(RunContext run, string name, string description, Renderer defaultFormat)
        : base(run, name, description)
    {
        Output = new OutputOptions(defaultFormat);
        loader = new StudyLoader(run, Data, Output);
        Data.AddTo(this);
    }

    /// <inheritdoc/>
    public override bool ReadsData => true;

    /// <summary>What the data are.</summary>
    protected DataOptions Data { get; } = new();

    /// <summary>How the result is written.</summary>
    protected OutputOptions Output { get; }

    /// <inheritdoc/>
    public override void Expect(ParseResult parsed) => Run.Readings.Expect(parsed, RequestIn(parsed));

    /// <summary>What is to be counted.</summary>
    protected virtual StudyRequest RequestIn(ParseResult parsed) => Data.RequestIn(parsed);

    /// <summary>Reads the data.</summary>
    protected Study Read(ParseResult parsed) => Read(parsed, RequestIn(parsed), new ProblemLog());

    /// <summary>Reads the data.</summary>
    protected Study Read(ParseResult parsed, StudyRequest request, ProblemLog log) => loader.Read(parsed, request, log);

    /// <summary>The exit code of a command that has written its result.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="found">The codes of the oddities and warnings.</param>
    protected int ExitCodeFor(ParseResult parsed, IEnumerable<string> found) =>
        Data.Strict.ExitCodeIn(parsed, found, Output.IsQuietIn(parsed) ? TextWriter.Null : Run.Streams.Error);

    /// <summary>The exit code of a command that has written its result.</summary>
    protected int ExitCodeFor(ParseResult parsed, IEnumerable<Note> notes) => ExitCodeFor(parsed, notes.Select(note => note.Code));
}
