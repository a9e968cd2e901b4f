using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Runs;

/// <summary>What a command line of this program gave to who ran it.</summary>
/// <param name="Result">The result.</param>
/// <param name="Style">How its numbers are to look.</param>
/// <param name="ExitCode">How it ended.</param>
internal sealed record CapturedResult(Result Result, Style Style, int ExitCode);
