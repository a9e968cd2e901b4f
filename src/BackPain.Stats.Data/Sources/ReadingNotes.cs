using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>What a reader should know about a reading that went well but may not be what was meant.</summary>
internal static class ReadingNotes
{
    private const int MostValues = 10;

    /// <summary>Values in conditions that no row has, which may be misspelled.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="seen">The values seen, by column.</param>
    public static IEnumerable<Note> OnConditions(IEnumerable<Condition> conditions, IReadOnlyDictionary<string, SortedSet<string>> seen) =>
        from condition in conditions.OfType<ValueCondition>()
        let known = seen.GetValueOrDefault(condition.Column, [])
        where known.Count > 0
        from value in condition.Values.Where(value => !known.Contains(value))
        select new Note("value-not-found", $"Nobody looked at has {condition.Column}={value}; the values found are {string.Join(", ", known.Take(MostValues).Select(found => found.Length == 0 ? "(empty)" : found))}{(known.Count > MostValues ? ", …" : "")}.");

    /// <summary>Outcomes of which nobody is a case although every other answer was taken for a non-case.</summary>
    public static IEnumerable<Note> OnOutcomes(IEnumerable<CaseDefinition> outcomes, Tabulation tabulation) =>
        from outcome in outcomes
        let codes = outcome.Codes?.CasesAgainstAllOthers
        let place = tabulation.PlaceOf(KeyColumn.Outcome(outcome.Column, outcome.Recall))
        where codes is not null && place >= 0 && tabulation.Persons > 0 && !tabulation.Levels[place].Contains(Level.Case)
        select new Note("case-code-not-found", $"No answer in {outcome.Column} is {string.Join(" or ", codes)}; every answer there is was taken for a non-case, as '/*' says.");

    /// <summary>Codes that were typed but cannot hold for a tabulation, which was made with codes of its own.</summary>
    public static IEnumerable<Note> OnTabulation(string file, IEnumerable<CaseDefinition> typed) =>
        typed.Any(outcome => outcome.Codes is not null)
            ? [new Note("codes-not-applied", $"{file} was tabulated before, with codes of its own; the codes typed now hold for the other files only. See that they mean the same.")]
            : [];

    /// <summary>What is counted where rows are visits of persons.</summary>
    public static IEnumerable<Note> OnRepeats(string? persons) =>
        persons is null ? [] : [new Note("rows-are-visits", $"Rows are visits of the persons in {persons}: cases, n and missing count rows, not persons.")];

    /// <summary>What is to be known of one file.</summary>
    public static IEnumerable<Note> OnFile(string file, Codebook codebook, DataKind kind, bool unweighted, long blankLines)
    {
        if (!codebook.Design.IsEmpty && (unweighted || kind == DataKind.Grouped))
            yield return new Note("design-not-used", $"The codebook of {file} declares a sampling design, which {(unweighted ? "--unweighted leaves out" : "counts have no place for")}: every person counts once, and the sample is taken for a simple random one.");
        if (blankLines > 0)
            yield return new Note("blank-lines", string.Create(CultureInfo.InvariantCulture, $"{blankLines} blank {(blankLines == 1 ? "line" : "lines")} in {file} {(blankLines == 1 ? "was" : "were")} passed over; a missing answer in a file of one column is written as NA."));
    }
}
