using System.Globalization;
using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Figures;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands;

/// <summary>Cited figures as tables: all of them, and one in detail.</summary>
internal static partial class FigureTables
{
    public static Table List(IReadOnlyList<Reproduction> reproductions, bool forPeople)
    {
        (string Name, Func<Reproduction, string?> Value)[] columns =
        [
            ("figure", reproduction => reproduction.Figure.Id),
            ("cited", reproduction => reproduction.Figure.Cited),
            ("computed", Computed),
            ("verdict", reproduction => forPeople ? reproduction.VerdictBySource : reproduction.Verdict),
            ("source", reproduction => $"{CitationOf(reproduction.Figure)} [{reproduction.Figure.Verification}]"),
            ("holds", reproduction => reproduction.Holds switch { true => "yes", false => "no", null => null }),
            ("expected", reproduction => string.Join("; ", reproduction.Figure.Computations.Select(computation => computation.Prints))),
            ("claim", reproduction => reproduction.Figure.Claim),
            ("lesson", reproduction => reproduction.Figure.Lesson),
        ];
        var shown = forPeople ? columns[..5] : columns;
        string CitationOf(CitedFigure figure) => forPeople ? Short(figure.Citation) : figure.Citation;
        return new Table
        {
            Name = "figures",
            Title = "Figures that texts cite, recomputed",
            Columns = [.. shown.Select(column =>
                new Column(column.Name, ColumnKind.Text, Heading: column.Name == "computed" ? "found, %" : null))],
            Rows = [.. reproductions.Select(reproduction => new Row([.. shown.Select(column => column.Value(reproduction))]))],
            Footnotes =
            [
                FigureSummary.OfVerdicts(reproductions),
                .. reproductions.Any(reproduction => reproduction.Figure.Verdicts.Contains(Verdict.Derived))
                    ? [$"Derived: {Verdict.Derived.Meaning}."]
                    : Array.Empty<string>(),
                FigureSummary.OfComputations(reproductions),
                "In brackets: whether the source was read or is second-hand, or the number was derived. "
                    + "'backpain reproduce FIGURE' shows one in detail.",
            ],
        };
    }

    /// <summary>One figure in detail.</summary>
    public static Table Story(Reproduction reproduction, bool forPeople)
    {
        var figure = reproduction.Figure;
        return new Table
        {
            Name = "figure",
            Title = figure.Claim,
            Columns = [new("property", ColumnKind.Text, Heading: ""), new("value", ColumnKind.Text, Heading: "")],
            Rows =
            [
                // For people, the claim is the title.
                .. forPeople ? [] : new Row[] { new(["figure", figure.Id]), new(["claim", figure.Claim]) },
                new(["cited", figure.Cited]),
                new(["about", figure.Population]),
                new(["source", $"{figure.Citation}, {figure.Locator}"]),
                new(["verified", figure.Verification]),
                .. reproduction.Results.SelectMany(StepsOf),
                new(["calculation", figure.Calculation]),
                new(["verdict", forPeople ? reproduction.VerdictBySource : reproduction.Verdict]),
                new(["meaning", reproduction.Meaning]),
                new(["lesson", figure.Lesson]),
            ],
        };
    }

    /// <summary>Authors and year of each source.</summary>
    public static string Short(string citation) =>
        string.Join(
            "; ",
            citation
                .Split(CitedFigure.SourceSeparator)
                .Select(source => AuthorsAndYear().Match(source) is { Success: true } match ? match.Value : source));

    private static IEnumerable<Row> StepsOf(Recomputation result)
    {
        yield return new(["command", $"{Tool.Name} {result.Computation.Command}"]);
        var counts = result.Counts is { } found ? string.Create(CultureInfo.InvariantCulture, $"{found.Cases} / {found.Persons} = ") : "";
        yield return new([
            "computed",
            $"{result.Computation.Row}: {counts}{result.Printed} "
                + $"%{(result.Holds ? ", as expected" : $"; expected is {result.Computation.Prints} %")}",
        ]);
        foreach (var note in result.Notes)
            yield return new(["note", note.Wording.InOptions()]);
    }

    /// <summary>Explains how the intervals of a figure were computed.</summary>
    public static IEnumerable<Explained> Explanations(Reproduction reproduction) =>
        reproduction.Results.Where(result => result.Interval is not null && result.Counts is not null).Select(Explain);

    private static Explained Explain(Recomputation result) =>
        Explained.Of(
            result.Computation.Row, result.Method, new Proportion(result.Counts!.Value.Cases, result.Counts.Value.Persons), result.Level);

    /// <summary>The results, with comparison signs if their order matters.</summary>
    private static string? Computed(Reproduction reproduction)
    {
        if (reproduction.Results.Count == 0)
            return null;
        var text = reproduction.Results[0].Printed;
        foreach (var (before, after) in reproduction.Results.Zip(reproduction.Results.Skip(1)))
            text += (reproduction.Figure.Order == 0 ? "; "
                : before.Estimate < after.Estimate ? " < "
                : before.Estimate > after.Estimate ? " > "
                : " = ")
                + after.Printed;
        return text;
    }

    [GeneratedRegex(@"^[^,]*?(, [^,]*?)?\b(19|20)\d\d\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorsAndYear();
}
