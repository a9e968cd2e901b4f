using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Runs;

/// <summary>What running a command line of this program returned.</summary>
/// <param name="Result">The result.</param>
/// <param name="Style">How its numbers are written.</param>
/// <param name="ExitCode">How it ended.</param>
internal sealed record CapturedResult(Result Result, Style Style, int ExitCode);
