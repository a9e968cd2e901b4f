using BackPain.Stats.Data.Studies;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Results;

/// <summary>The provenance of a table: enough to reproduce it and to account for every row read.</summary>
/// <param name="Command">The arguments of the command line.</param>
/// <param name="Inputs">The inputs read.</param>
/// <param name="Attrition">Who is excluded from the figures.</param>
/// <param name="Warnings">Warnings for the reader.</param>
/// <param name="Design">The sampling design behind its figures; null for a simple random sample.</param>
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
