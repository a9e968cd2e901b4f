using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Sources;

namespace BackPain.Stats.Cli.Runs;

/// <summary>One run of a command line: what it was given, where it writes, and what it shares with the runs it starts.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Streams">Where it writes.</param>
/// <param name="Inputs">The files read so far.</param>
/// <param name="Readings">What command lines that run together read once.</param>
/// <param name="Databases">Which databases it may ask.</param>
/// <param name="Cancelled">Whether the user has stopped it.</param>
internal sealed record RunContext(
    IReadOnlyList<string> Arguments,
    Streams Streams,
    InputGuard Inputs,
    SharedReadings Readings,
    DatabasePermission Databases,
    CancellationToken Cancelled)
{
    /// <summary>Takes the result instead of showing it; null where the result is for the user.</summary>
    public Action<Result, Style>? Capture { get; private init; }

    /// <summary>The folder to which paths on the command line are relative; null for the current folder of the process.</summary>
    public string? Folder { get; private init; }

    /// <summary>The context of a command line that is run for this one.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="capture">Takes its result.</param>
    /// <param name="permission">Which databases it may ask, of those that this one may ask.</param>
    public RunContext Within(IReadOnlyList<string> arguments, Action<Result, Style> capture, DatabasePermission permission) => this with
    {
        Arguments = arguments,
        Streams = Streams.Silent,
        Databases = Databases.Within(permission),
        Capture = capture,
    };

    /// <summary>The same context for command lines whose paths are relative to a folder.</summary>
    public RunContext In(string folder) => this with { Folder = folder };

    /// <summary>Where a result comes from that needed no data, or data that other runs have read.</summary>
    public Provenance Provenance(params IReadOnlyList<InputSummary> inputs) => new(Arguments, inputs, [], []);
}
