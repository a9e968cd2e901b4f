using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Studies;

namespace BackPain.Stats.Cli.Runs;

/// <summary>One run of a command line: its arguments, its output streams, and what it shares with the runs it starts.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Streams">Where it writes.</param>
/// <param name="Inputs">The files read so far.</param>
/// <param name="Readings">The readings that command lines run together share.</param>
/// <param name="Databases">The databases it may query.</param>
/// <param name="Cancelled">Signals that the user has stopped it.</param>
internal sealed record RunContext(
    IReadOnlyList<string> Arguments,
    Streams Streams,
    InputGuard Inputs,
    SharedReadings Readings,
    DatabasePermission Databases,
    CancellationToken Cancelled)
{
    /// <summary>Receives the result instead of the user; null if it is shown.</summary>
    public Action<Result, Style>? Capture { get; private init; }

    /// <summary>The folder to which paths on the command line are relative; null for the current folder of the process.</summary>
    public string? Folder { get; private init; }

    /// <summary>The context of a command line run on behalf of this one.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="capture">Receives its result.</param>
    /// <param name="permission">The databases it may query, among those that this one may query.</param>
    public RunContext Within(IReadOnlyList<string> arguments, Action<Result, Style> capture, DatabasePermission permission) => this with
    {
        Arguments = arguments,
        Streams = Streams.Silent,
        Databases = Databases.Within(permission),
        Capture = capture,
    };

    /// <summary>The same context with paths relative to a folder.</summary>
    public RunContext In(string folder) => this with { Folder = folder };

    /// <summary>The provenance of a result that read no data itself.</summary>
    public Provenance Provenance(params IReadOnlyList<InputSummary> inputs) => new(Arguments, inputs, [], []);
}
