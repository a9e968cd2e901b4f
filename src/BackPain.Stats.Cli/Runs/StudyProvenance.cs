using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Runs;

/// <summary>The provenance of results based on a study.</summary>
internal static class StudyProvenance
{
    /// <summary>The provenance of the result of an analysis.</summary>
    /// <param name="study">What was read.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="answer">What the analysis found.</param>
    public static Provenance Of(Study study, IReadOnlyList<string> arguments, ISurveyAnswer answer) =>
        Of(study, arguments, answer.Counted, answer.Design) is var known && answer.Warnings.Count == 0
            ? known
            : known with { Warnings = [.. known.Warnings, .. answer.Warnings] };

    /// <summary>The provenance of a result.</summary>
    /// <param name="study">What was read.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="counted">Who is included in its figures and who is excluded; null if nothing was estimated.</param>
    /// <param name="design">The sampling design; null for a simple random sample.</param>
    public static Provenance Of(Study study, IReadOnlyList<string> arguments, DomainAnswer? counted = null, DesignSummary? design = null) =>
        new(
        arguments,
        study.Inputs,
        counted?.Attrition ?? [],
        [
            .. study.Warnings,
            .. counted is { Contradictions.Count: > 0 } ? [NoteOn(counted.Contradictions)] : Array.Empty<Note>(),
            .. design?.Notes ?? [],
        ],
        design)
        {
            Overlaps = !study.OverallMeansSomething,
            Unit = study.Repeats is null ? CountedUnit.Person : CountedUnit.Row,
        };

    private static Note NoteOn(IReadOnlyList<RecallContradiction> contradictions)
    {
        var persons = contradictions.Sum(contradiction => contradiction.Persons);
        var pairs = contradictions.Select(pair =>
            string.Create(CultureInfo.InvariantCulture, $"yes to {pair.Shorter.Name} but no to {pair.Longer.Name} ({pair.Persons})"));
        var who = persons == 1 ? "person contradicts himself or herself" : "persons contradict themselves";
        var text = $"{who}: {string.Join(", ", pairs)}. The answers are counted as they are; 'backpain check' on the rows lists them.";
        return new Note(ProblemCodes.ContradictoryRecall.Name, string.Create(CultureInfo.InvariantCulture, $"{persons} {text}"));
    }
}
