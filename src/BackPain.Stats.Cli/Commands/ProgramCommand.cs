using System.CommandLine;
using BackPain.Stats.Cli.Options;

namespace BackPain.Stats.Cli.Commands;

/// <summary>A command: its options in groups, examples of its use, and what it does.</summary>
internal abstract class ProgramCommand : Command
{
    /// <param name="name">As typed.</param>
    /// <param name="description">The question it answers, in a sentence.</param>
    protected ProgramCommand(string name, string description)
        : base(name, description) =>
        SetAction(Execute);

    /// <summary>The options, as help groups them.</summary>
    public abstract IReadOnlyList<OptionGroup> Groups { get; }

    /// <summary>Command lines that work as they stand.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    protected abstract int Execute(ParseResult parsed);

    /// <summary>Adds options that no shared set of options has added yet.</summary>
    protected void AddOptions(params IEnumerable<Option> options)
    {
        foreach (var option in options)
            Options.Add(option);
    }
}
