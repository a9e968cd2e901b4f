using BackPain.Stats.Data.Sources;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Results;

/// <summary>Where a table comes from: enough to make it again and to account for every row read.</summary>
/// <param name="Command">The arguments of the command line.</param>
/// <param name="Inputs">What was read.</param>
/// <param name="Attrition">Who is not in the figures.</param>
/// <param name="Warnings">What a reader should know.</param>
/// <param name="Design">The sampling design behind its figures; nothing for a simple random sample.</param>
public sealed record Provenance(
    IReadOnlyList<string> Command,
    IReadOnlyList<InputSummary> Inputs,
    IReadOnlyList<Attrition> Attrition,
    IReadOnlyList<Note> Warnings,
    DesignSummary? Design = null)
{
    /// <summary>What the counts are of.</summary>
    public CountedUnit Unit { get; init; } = CountedUnit.Person;

    /// <summary>Whether rows are of populations that overlap, so that no sum over all of them means anything.</summary>
    public bool Overlaps { get; init; }
}
