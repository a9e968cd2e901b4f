using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>The interval methods as tables: the list, one of them, and all side by side.</summary>
internal static class MethodTables
{
    /// <summary>The list; for machines, with the reference of each.</summary>
    public static Table List(IReadOnlyList<IntervalMethod> methods, bool forPeople)
    {
        Column[] columns =
        [
            new("name", ColumnKind.Text),
            new("aliases", ColumnKind.Text),
            new("title", ColumnKind.Text),
            new("formula", ColumnKind.Text),
            new("reference", ColumnKind.Text),
        ];
        return new Table
        {
            Name = "methods",
            Title = "Confidence intervals for one proportion: x cases in n persons, p̂ = x/n, q̂ = 1 − p̂, z the normal quantile",
            Columns = forPeople ? columns[..^1] : columns,
            Rows = [.. methods.Select(method =>
                new Row(new object[]
                {
                    method.Name,
                    string.Join(", ", method.Aliases),
                    method.Title,
                    method.Formula,
                    method.Reference.ToString(),
                }[..(forPeople ? 4 : 5)]))],
            Footnotes = [$"The default for a simple random sample is {IntervalMethods.Default.Name}. "
                + $"'{Tool.Name} methods NAME' shows the reference of a method, when to use it and its drawbacks; "
                + $"'{Tool.Name} methods --standardization' lists those that only standardize has."],
        };
    }

    /// <summary>One method, property by property.</summary>
    public static Table One(IntervalMethod method) => MethodDetails.Of(
        method.Title,
        MethodDetails.PropertiesOf(method, string.Join(", ", IntervalMethods.NamesOf(method)), edges: "at 0 and n"));

    /// <summary>The intervals of several methods for one proportion.</summary>
    public static Table SideBySide(IReadOnlyList<IntervalMethod> methods, Proportion proportion, ConfidenceLevel level, bool forPeople)
    {
        // For people, the counts are in the title.
        Column[] counts = forPeople
            ? []
            : [
                new("cases", ColumnKind.Count, Role: ColumnRole.Cases),
                new("n", ColumnKind.Count, Role: ColumnRole.Persons),
                new("level", ColumnKind.Number, Role: ColumnRole.Level),
            ];
        var sample = EffectiveSample.Of(proportion);
        var notes = methods.Select(method => method.NoteOn(sample)).Where(note => note is not null).Distinct();
        return new Table
        {
            Name = "intervals",
            Title = string.Create(
                CultureInfo.InvariantCulture,
                $"{proportion.Cases} {(proportion.Cases == 1 ? "case" : "cases")} in {proportion.Persons} "
                    + $"{(proportion.Persons == 1 ? "person" : "persons")}, confidence level {level}"),
            Columns =
            [
                .. counts,
                new("method", ColumnKind.Text, Role: ColumnRole.Method),
                new("title", ColumnKind.Text),
                new("estimate", ColumnKind.Share, Role: ColumnRole.Estimate),
                new("lower", ColumnKind.Share, Role: ColumnRole.Lower),
                new("upper", ColumnKind.Share, Role: ColumnRole.Upper),
                new("width", ColumnKind.Share),
                new("notes", ColumnKind.Notes, Role: ColumnRole.Notes),
            ],
            Rows = [.. methods.Select(method =>
                new Row([
                    .. new object[] { proportion.Cases, proportion.Persons, level.Value }[..counts.Length],
                    .. CellsOf(method, sample, level),
                ]))],
            Footnotes = [.. notes.Select(note => $"{note!.Code}: {note.Wording.InOptions()}")],
        };
    }

    /// <summary>How often the intervals of each method contain the true proportion.</summary>
    public static Table OfCoverage(IReadOnlyList<IntervalMethod> methods, int persons, ConfidenceLevel level) => new()
    {
        Name = "coverage",
        Title = string.Create(
            CultureInfo.InvariantCulture,
            $"Exact coverage for samples of {persons} {(persons == 1 ? "person" : "persons")}, confidence level {level}"),
        Columns =
        [
            new("method", ColumnKind.Text),
            new("title", ColumnKind.Text),
            new("mean", ColumnKind.Share),
            new("minimum", ColumnKind.Share),
            new("at", ColumnKind.Share, Heading: "at p"),
        ],
        Rows = [.. methods
            .Select(method => (method, Coverage: Coverage.Of(method, persons, level)))
            .Select(row => new Row([row.method.Name, row.method.Title, row.Coverage.Mean, row.Coverage.Minimum, row.Coverage.MinimumAt]))],
        Footnotes =
            ["Coverage is the share of samples whose interval contains the true proportion p. Mean: over all p from 0 to 1. Minimum: "
            + "the infimum, and the p where it is attained or approached (its mirror image 1 − p gives the "
            + "same)."],
    };

    private static object?[] CellsOf(IntervalMethod method, EffectiveSample sample, ConfidenceLevel level)
    {
        var interval = method.Around(sample, level);
        IReadOnlyList<Note> notes = method.NoteOn(sample) is { } note ? [note] : [];
        return [method.Name, method.Title, sample.Estimate, interval.Lower, interval.Upper, interval.Upper - interval.Lower, notes];
    }
}
