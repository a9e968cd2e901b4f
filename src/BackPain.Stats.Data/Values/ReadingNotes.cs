using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>What a reader should know about a reading that went well but may not be what was meant.</summary>
internal static class ReadingNotes
{
    private const int MostValues = 10;

    /// <summary>Values in conditions that no row has, which may be misspelled.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="seen">The values seen, by column, in the forms in which they may be compared.</param>
    /// <param name="holdsText">Whether a column holds text.</param>
    public static IEnumerable<Note> OnConditions(
        IEnumerable<Condition> conditions,
        IReadOnlyDictionary<string, InBothForms<SortedSet<string>>> seen,
        Func<string, bool> holdsText) =>
        from condition in conditions.OfType<ValueCondition>()
        where seen.ContainsKey(condition.Column)
        let known = seen[condition.Column]
        let asNumbers = !holdsText(condition.Column) && known.AsNumbers.Count > 0
        let shown = known.For(asNumbers)
        where shown.Count > 0
        let listed = string.Join(", ", shown.Take(MostValues).Select(found => found.Length == 0 ? "(empty)" : found))
        from value in condition.Values
        where !known.AsTexts.Contains(value) && !(asNumbers && known.AsNumbers.Contains(NumberText.CodeOf(value)))
        select new Note(
            "value-not-found",
            $"Nobody looked at has {QuotedName.Quote(condition.Column)}={QuotedName.Quote(value)}; "
            + $"the values found are {listed}{(shown.Count > MostValues ? ", …" : "")}.");

    /// <summary>Missing codes of a codebook that are cases or non-cases, since that was typed.</summary>
    public static IEnumerable<Note> OnCodes(string file, ReadingPlan plan) =>
        from outcome in plan.Outcomes
        let meaning = plan.MeaningOf(outcome)
        from code in meaning.Won
        let declared = MissingCodes.Always.Contains(code) ? "it is a missing code by itself" : "the codebook declares it missing"
        select new Note(
            "missing-code-overruled",
            $"In {file}, '{code}' in column '{outcome.Column}' is a {(meaning.IsCase(code) ? "case" : "non-case")}, "
            + $"as {meaning.Saying} says, although {declared}.");

    /// <summary>The same, of numbers that were compared.</summary>
    public static IEnumerable<Note> OnNumbers(string file, IReadOnlyList<DomainReader> domains) =>
        from test in domains.SelectMany(domain => domain.Tests)
        from found in test.InDoubt?.Odd ?? []
        group found by (test.Name, found.Value) into one
        group new Found(one.Key.Value, one.Sum(found => found.Persons), one.Min(found => found.FirstLine)) by one.Key.Name into column
        let ordered = column.OrderByDescending(found => found.Persons).ThenBy(found => found.Value, StringComparer.Ordinal)
        select OnUnapplied(file, column.Key, [.. ordered]);

    /// <summary>Numbers that the codebook calls missing in the file as a whole, and that are counted in a column of quantities.</summary>
    public static Note OnUnapplied(string file, string column, IReadOnlyCollection<Found> found) =>
        new Note(
            "missing-code-not-applied",
            $"Column '{column}' of {file} holds {found.Listed()}, which the codebook declares missing for the file as a whole; "
            + $"in a column of quantities such a number is counted, unless the field itself declares it missing.");

    /// <summary>Outcomes of which nobody is a case although every other answer was taken for a non-case.</summary>
    public static IEnumerable<Note> OnOutcomes(IEnumerable<CaseDefinition> outcomes, Tabulation tabulation) =>
        from outcome in outcomes
        let codes = outcome.Codes?.CasesAgainstAllOthers
        let index = tabulation.Columns.IndexOf(KeyColumn.Outcome(outcome.Column, outcome.Recall))
        where codes is not null && index >= 0 && tabulation.Persons > 0 && !tabulation.Levels[index].Contains(Level.Case)
        select new Note(
            "case-code-not-found",
            $"No answer in {outcome.Column} is {string.Join(" or ", codes)}; "
            + $"every answer there is was taken for a non-case, as '/*' says.");

    /// <summary>Codes that were typed but cannot hold for a tabulation, which was made with codes of its own.</summary>
    public static IEnumerable<Note> OnTabulation(string file, IEnumerable<CaseDefinition> typed) =>
        typed.Any(outcome => outcome.Codes is not null)
            ?
            [
                new Note(
                    "codes-not-applied",
                    $"{file} was tabulated before, with codes of its own; the codes typed now hold for the other files only. "
                    + $"See that they mean the same."),
            ]
            : [];

    /// <summary>What is counted where rows are visits of persons.</summary>
    public static IEnumerable<Note> OnRepeats(string? persons) =>
        persons is null
            ? []
            : [new Note("rows-are-visits", $"Rows are visits of the persons in {persons}: cases, n and missing count rows, not persons.")];

    /// <summary>What is to be known of one file.</summary>
    public static IEnumerable<Note> OnFile(string file, Codebook codebook, bool hasDesign, bool unweighted, DataRows table)
    {
        if (!codebook.Design.IsEmpty && (unweighted || !hasDesign))
        {
            yield return new Note(
                "design-not-used",
                $"The codebook of {file} declares a sampling design, which {WhyUnused(unweighted)}: "
                + $"every person counts once, and the sample is taken for a simple random one.");
        }
        if (table.BlankLines is var lines and > 0)
        {
            var (line, were) = lines == 1 ? ("line", "was") : ("lines", "were");
            var told = lines.ToString(CultureInfo.InvariantCulture);
            yield return new Note("blank-lines", table.Header.Count == 1
                ? $"{told} blank {line} in {file} {were} passed over; a missing answer in a file of one column is written as NA."
                : $"{told} {(lines == 1 ? "row" : "rows")} of nothing but delimiters in {file} {were} passed over as blank {line}.");
        }
        var zeros = table.Zeros().Columns.Select(zero => $"'{table.Header[zero.Column]}' ({RowsIn(zero.Rows)})").ToList();
        if (zeros.Count > 0)
        {
            const string Zero = "5.397605346934028e-79, which is how some SAS transport files hold 0,";
            yield return new Note("transport-zero", $"{Zero} was read as 0 in {string.Join(", ", zeros)} of {file}.");
        }
    }

    private static Wording WhyUnused(bool unweighted) =>
        unweighted ? (Wording)$"{Settings.Unweighted} leaves out" : "counts have no place for";

    private static string RowsIn(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")}");
}
