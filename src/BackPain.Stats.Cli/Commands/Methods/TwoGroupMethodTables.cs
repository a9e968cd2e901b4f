using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>The methods and tests for two groups as tables: the list, their details, and all side by side.</summary>
internal static class TwoGroupMethodTables
{
    private const string OfTest = "test";

    private static readonly TableOf<DocumentedMethod> ListColumns = new TableOf<DocumentedMethod>()
        .Text("measure", MeasureOf)
        .Text("name", method => method.Name)
        .Text("title", method => method.Title)
        .Text("agrees_with", method => TestOf(method)?.Name ?? "", heading: "test that agrees")
        .Text("formula", method => method.Formula)
        .Text("reference", method => method.Reference.ToString());

    /// <summary>The list; for machines, with the reference of each.</summary>
    public static Table List(TwoGroupMethods of, bool forPeople)
    {
        var table = ListColumns.Arrange("methods", RowsOf(of));
        return table with
        {
            Title = "Confidence intervals and tests for two groups: x₁ cases in n₁ persons, and x₂ in n₂ of the reference; N = n₁ + n₂, "
                + "m = x₁ + x₂, z the normal quantile",
            Columns = forPeople ? [.. table.Columns.SkipLast(1)] : table.Columns,
            Rows = forPeople ? [.. table.Rows.Select(row => new Row([.. row.Cells.SkipLast(1)]))] : table.Rows,
            Footnotes =
            [
                "The first method of each measure and the first test are the defaults; one p decides all three default intervals. "
                + $"'{Tool.Name} methods NAME --measure MEASURE' shows the reference of a method, when to use it and its drawbacks.",
            ],
        };
    }

    /// <summary>Methods and tests, property by property.</summary>
    public static Table Details(TwoGroupMethods of) => MethodDetails.Of(
        of.Methods is [var only] ? $"{only.Measure.Title}: {only.Title}" : "",
        of.Methods.Count > 0
            ? of.Methods.SelectMany(method =>
                MethodDetails.PropertiesOf(method, measure: method.Measure.Name, test: method.Test?.Name ?? "none"))
            : of.Tests.SelectMany(test => MethodDetails.PropertiesOf(test, measure: OfTest)));

    /// <summary>The intervals and p values of several methods for two groups.</summary>
    public static Table SideBySide(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level, bool forPeople) =>
        forPeople ? ForPeople(of, groups, level) : ForMachines(of, groups, level);

    private static Table ForPeople(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level)
    {
        var notes = RowsOf(of).SelectMany(method => NotesOn(method, groups)).Distinct();
        return new Table
        {
            Name = "intervals",
            Title = $"{groups}, confidence level {level}",
            Columns =
            [
                new("method", ColumnKind.Text, Heading: ""),
                new("title", ColumnKind.Text, Heading: ""),
                new("estimate", ColumnKind.Measure, Heading: $"estimate ({level.InPercent}% CI)"),
                new("p", ColumnKind.PValue),
                new("notes", ColumnKind.Notes, Heading: ""),
            ],
            Rows = [.. RowsForPeople(of, groups, level)],
            Footnotes =
            [
                "Differences in percentage points. The p of an interval is that of the test that agrees with it.",
                .. notes.Select(note => $"{note.Code}: {note.Wording.InOptions()}"),
            ],
        };
    }

    private static IEnumerable<Row> RowsForPeople(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level)
    {
        foreach (var byMeasure in of.Methods.GroupBy(method => method.Measure))
        {
            yield return Row.Heading(byMeasure.Key.Title, 0);
            foreach (var method in byMeasure)
            {
                var limits = method.Around(groups, level);
                IntervalCell? interval = method.Measure.EstimateOf(groups) is { } estimate
                    ? new IntervalCell(estimate, limits?.Lower, limits?.Upper)
                    : null;
                var cell = new MeasureCell(interval, method.Measure.IsRatio ? ColumnKind.RatioInterval : ColumnKind.Interval);
                yield return new Row([method.Name, method.Title, cell, method.Test?.ApplyTo(groups).P, method.NotesOn(groups)], 1);
            }
        }
        yield return Row.Heading("Tests", 0);
        foreach (var test in of.Tests)
            yield return new Row([test.Name, test.Title, "", test.ApplyTo(groups).P, NotesOn(test, groups)], 1);
    }

    private static Table ForMachines(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level)
    {
        var columns = new TableOf<DocumentedMethod>()
            .Text("measure", MeasureOf)
            .Count("cases", _ => groups.Group.Cases, ColumnRole.Cases)
            .Count("n", _ => groups.Group.Persons, ColumnRole.Persons)
            .Count("reference_cases", _ => groups.Reference.Cases)
            .Count("reference_n", _ => groups.Reference.Persons)
            .Ratio("estimate", row => (row as ComparisonMethod)?.Measure.EstimateOf(groups), ColumnRole.Estimate)
            .Ratio("lower", row => (row as ComparisonMethod)?.Around(groups, level)?.Lower, ColumnRole.Lower)
            .Ratio("upper", row => (row as ComparisonMethod)?.Around(groups, level)?.Upper, ColumnRole.Upper)
            .Number("level", row => row is ComparisonMethod ? level.Value : null, ColumnRole.Level)
            .Text("method", row => row.Name, ColumnRole.Method)
            .Number("statistic", row => (row as TwoGroupTest)?.ApplyTo(groups).Statistic)
            .Number("p", row => (row as TwoGroupTest ?? TestOf(row))?.ApplyTo(groups).P)
            .Notes(row => NotesOn(row, groups));
        return columns.Arrange("two_groups", RowsOf(of));
    }

    private static string MeasureOf(DocumentedMethod method) => (method as ComparisonMethod)?.Measure.Name ?? OfTest;

    private static TwoGroupTest? TestOf(DocumentedMethod method) => (method as ComparisonMethod)?.Test;

    private static IReadOnlyList<Note> NotesOn(DocumentedMethod method, TwoGroups groups) => method switch
    {
        ComparisonMethod interval => interval.NotesOn(groups),
        TwoGroupTest test when test.NoteOn(groups) is { } note => [note],
        _ => [],
    };

    private static IEnumerable<DocumentedMethod> RowsOf(TwoGroupMethods of) => [.. of.Methods, .. of.Tests];
}
