using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Identifications;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands;

/// <summary>
/// The candidates that reproduce a published figure: first those that match all of it, then those that match the estimate and one
/// limit.
/// </summary>
internal static class CandidateTable
{
    private const string Otherwise = "a design, weights or standardization may be behind it.";

    private static readonly Column[] Columns =
    [
        new("n", ColumnKind.Count, Role: ColumnRole.Persons),
        new("cases", ColumnKind.Count, Role: ColumnRole.Cases),
        new("estimate", ColumnKind.Share, Role: ColumnRole.Estimate),
        new("method", ColumnKind.Text, Role: ColumnRole.Method),
        new("lower", ColumnKind.Share, Role: ColumnRole.Lower),
        new("upper", ColumnKind.Share, Role: ColumnRole.Upper),
        new("match", ColumnKind.Text),
    ];

    /// <summary>Arranges the candidates of a search.</summary>
    public static Result Arrange(Identification search, IReadOnlyList<Candidate> candidates, Provenance provenance)
    {
        var note = candidates.Count == 0 ? new Note("nothing-found", WhyNothing(search)) : null;
        return new Result(people => Arrange(search, candidates, note, people))
        {
            Methods = [.. IntervalMethods.All.Where(method => candidates.Any(candidate => candidate.Method == method))
                .Select(method => method.Citation)],
            Provenance = note is null ? provenance : provenance with { Warnings = [.. provenance.Warnings, note] },
        };
    }

    /// <summary>Omits, for people, the columns that are empty if no limits were given.</summary>
    private static Table Arrange(Identification search, IReadOnlyList<Candidate> candidates, Note? note, bool forPeople)
    {
        var width = forPeople && search.Figure.Interval is null ? 3 : Columns.Length;
        return new Table
        {
            Name = "candidates",
            Title =
                $"{(search.Figure.Estimate.IsPercent ? "" : "Proportion ")}{search.Figure} of "
                    + $"{PersonsOf(search)}{(search.Figure.Interval is null ? "" : $", confidence level {search.Level}")}",
            Columns = Columns[..width],
            Rows = [.. RowsOf(candidates, width)],
            Footnotes = note is null ? [.. FootnotesOn(candidates)] : [note.Wording.InOptions()],
        };
    }

    private static string PersonsOf(Identification search) => $"{search.Persons} {(search.Persons.Last == 1 ? "person" : "persons")}";

    private static IEnumerable<Row> RowsOf(IReadOnlyList<Candidate> candidates, int width)
    {
        foreach (var candidate in candidates.Where(candidate => !IsOfOneLimit(candidate)))
            yield return RowOf(candidate, width);
        if (candidates.Any(IsOfOneLimit))
            yield return Row.Heading("Only one of the limits", 0);
        foreach (var candidate in candidates.Where(IsOfOneLimit))
            yield return RowOf(candidate, width);
    }

    private static bool IsOfOneLimit(Candidate candidate) => candidate.Match is Match.Lower or Match.Upper;

    private static Row RowOf(Candidate candidate, int width)
    {
        object?[] cells =
        [
            candidate.Proportion.Persons,
            candidate.Proportion.Cases,
            candidate.Proportion.Value,
            candidate.Method?.Name,
            candidate.Interval?.Lower,
            candidate.Interval?.Upper,
            candidate.Match.ToString().ToLowerInvariant(),
        ];
        return new Row(cells[..width]);
    }

    private static IEnumerable<string> FootnotesOn(IReadOnlyList<Candidate> candidates)
    {
        var others = IntervalMethods.All.Except(candidates.Select(candidate => candidate.Method)).Select(method => method!.Name).ToList();
        if (candidates.All(IsOfOneLimit))
            yield return $"None of the simple-random-sample methods prints both limits; {Otherwise}";
        else if (candidates[0].Method is not null && others.Count > 0)
            yield return $"Not by: {string.Join(", ", others)}.";
    }

    /// <summary>A sentence that says why there is no candidate.</summary>
    private static string WhyNothing(Identification search) => (search.Counts, search.Cases) switch
    {
        (0, { } cases) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cases} {(cases == 1 ? "case" : "cases")} of {PersonsOf(search)} cannot print {search.Figure.Estimate}."),
        (0, null) => $"No whole number of cases in {PersonsOf(search)} prints {search.Figure.Estimate}.",
        _ => $"None of the simple-random-sample methods prints this; {Otherwise}",
    };
}
