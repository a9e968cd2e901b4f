using System.CommandLine;

namespace BackPain.Stats.Cli.Options;

/// <summary>Options that the help shows together.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Options">The options.</param>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
