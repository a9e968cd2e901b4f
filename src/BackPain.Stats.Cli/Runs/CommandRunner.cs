using System.CommandLine;
using BackPain.Stats.Cli.Options;

namespace BackPain.Stats.Cli.Runs;

/// <summary>Runs command lines of this program for another command.</summary>
internal abstract class CommandRunner
{
    /// <summary>The same, with paths relative to a folder.</summary>
    public abstract CommandRunner In(string folder);

    /// <summary>Reads a command line without running it.</summary>
    public abstract ParseResult Parse(IReadOnlyList<string> words);

    /// <summary>Announces a command line that will be run, so that it can share its reading with others.</summary>
    public abstract void Expect(IReadOnlyList<string> words);

    /// <summary>Runs a command line.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="output">Options for its output, placed right after the command.</param>
    /// <param name="databases">The databases it may query.</param>
    /// <returns>Its result.</returns>
    public abstract CapturedResult Run(IReadOnlyList<string> words, IReadOnlyList<string> output, DatabasePermission databases);
}
