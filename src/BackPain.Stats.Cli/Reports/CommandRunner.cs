namespace BackPain.Stats.Cli.Reports;

/// <summary>Runs command lines of this program for another command.</summary>
/// <param name="Run">Runs one and gives its result.</param>
/// <param name="Expect">Tells that one will be run, so that it can share with others what it reads.</param>
internal sealed record CommandRunner(Func<IReadOnlyList<string>, BlockResult> Run, Action<IReadOnlyList<string>> Expect);
