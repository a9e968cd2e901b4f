using System.CommandLine;
using BackPain.Stats.Cli.Options;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Runs command lines of this program for another command.</summary>
/// <param name="Parse">Reads one without running it.</param>
/// <param name="Expect">Announces that one will be run, so that it can share with others what it reads.</param>
/// <param name="Run">Runs one, with options for its output, and gives its result.</param>
internal sealed record CommandRunner(
    Func<IReadOnlyList<string>, ParseResult> Parse,
    Action<IReadOnlyList<string>> Expect,
    Func<IReadOnlyList<string>, IReadOnlyList<string>, DatabasePermission, BlockResult> Run);
