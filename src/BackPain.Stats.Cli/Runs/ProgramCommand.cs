using System.CommandLine;
using BackPain.Stats.Cli.Options;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Runs;

/// <summary>A command: its options in groups, examples of its use, and what it does.</summary>
internal abstract class ProgramCommand : Command
{
    /// <param name="run">The run.</param>
    /// <param name="name">The name, as typed.</param>
    /// <param name="description">The question it answers, in a sentence.</param>
    protected ProgramCommand(RunContext run, string name, string description)
        : base(name, description)
    {
        Run = run;
        SetAction(Execute);
    }

    /// <summary>The options, as help groups them.</summary>
    public abstract IReadOnlyList<OptionGroup> Groups { get; }

    /// <summary>Command lines that work as they stand.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Whether it reads data, so that the default options of a report apply to it.</summary>
    public virtual bool ReadsData => false;

    protected RunContext Run { get; }

    /// <summary>Announces a command line that will be run, so that others can share its reading of the data.</summary>
    public virtual void Expect(ParseResult parsed)
    {
    }

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    protected abstract int Execute(ParseResult parsed);

    /// <summary>Shows a result.</summary>
    protected void Show(Result result, ParseResult parsed, OutputOptions output, PictureOptions? picture = null) =>
        new ResultWriter(Run).Show(result, parsed, output, picture);

    /// <summary>Adds the options that no shared option set has added yet.</summary>
    protected void AddOptions(params IEnumerable<Option> options)
    {
        foreach (var option in options)
            Options.Add(option);
    }
}
