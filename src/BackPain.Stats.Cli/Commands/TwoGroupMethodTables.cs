using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The methods and tests for two groups as tables: the list, their details, and all side by side.</summary>
internal static class TwoGroupMethodTables
{
    private const string OfTest = "test";

    private static readonly TableOf<(ComparisonMethod? Method, TwoGroupTest? Test)> ListColumns =
        new TableOf<(ComparisonMethod? Method, TwoGroupTest? Test)>()
        .Text("measure", row => row.Method?.Measure.Name ?? OfTest)
        .Text("name", row => row.Method?.Name ?? row.Test!.Name)
        .Text("title", row => row.Method?.Title ?? row.Test!.Title)
        .Text("agrees_with", row => row.Method?.Test?.Name ?? "", heading: "test that agrees")
        .Text("formula", row => row.Method?.Formula ?? row.Test!.Formula)
        .Text("reference", row => (row.Method?.Reference ?? row.Test!.Reference).ToString());

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
    public static Table Details(TwoGroupMethods of) => new()
    {
        Name = "method",
        Title = of.Methods is [var only] ? $"{only.Measure.Title}: {only.Title}" : "",
        Columns = [new("property", ColumnKind.Text, Heading: ""), new("value", ColumnKind.Text, Heading: "")],
        Rows =
        [
            .. of.Methods.SelectMany(method => new Row[]
            {
                new(["name", method.Name]),
                new(["measure", method.Measure.Name]),
                new(["formula", method.Formula]),
                new(["at the edges", method.AtTheEdges]),
                new(["when to use", method.WhenToUse]),
                new(["weakness", method.Weakness]),
                new(["test that agrees", method.Test?.Name ?? "none"]),
                new(["reference", method.Reference.ToString()]),
            }),
            .. of.Tests.Where(_ => of.Methods.Count == 0).SelectMany(test => new Row[]
            {
                new(["name", test.Name]),
                new(["measure", OfTest]),
                new(["formula", test.Formula]),
                new(["at the edges", test.AtTheEdges]),
                new(["when to use", test.WhenToUse]),
                new(["weakness", test.Weakness]),
                new(["reference", test.Reference.ToString()]),
            }),
        ],
    };

    /// <summary>The intervals and p values of several methods for two groups.</summary>
    public static Table SideBySide(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level, bool forPeople) =>
        forPeople ? ForPeople(of, groups, level) : ForMachines(of, groups, level);

    private static Table ForPeople(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level)
    {
        var notes = of.Methods.SelectMany(method => method.NotesOn(groups))
            .Concat(of.Tests.Select(test => test.NoteOn(groups)).OfType<Note>())
            .Distinct();
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
        {
            IReadOnlyList<Note> notes = test.NoteOn(groups) is { } note ? [note] : [];
            yield return new Row([test.Name, test.Title, "", test.ApplyTo(groups).P, notes], 1);
        }
    }

    private static Table ForMachines(TwoGroupMethods of, TwoGroups groups, ConfidenceLevel level)
    {
        var columns = new TableOf<(ComparisonMethod? Method, TwoGroupTest? Test)>()
            .Text("measure", row => row.Method?.Measure.Name ?? OfTest)
            .Count("cases", _ => groups.Group.Cases, ColumnRole.Cases)
            .Count("n", _ => groups.Group.Persons, ColumnRole.Persons)
            .Count("reference_cases", _ => groups.Reference.Cases)
            .Count("reference_n", _ => groups.Reference.Persons)
            .Ratio("estimate", row => row.Method?.Measure.EstimateOf(groups), ColumnRole.Estimate)
            .Ratio("lower", row => row.Method?.Around(groups, level)?.Lower, ColumnRole.Lower)
            .Ratio("upper", row => row.Method?.Around(groups, level)?.Upper, ColumnRole.Upper)
            .Number("level", row => row.Method is null ? null : level.Value, ColumnRole.Level)
            .Text("method", row => row.Method?.Name ?? row.Test!.Name, ColumnRole.Method)
            .Number("statistic", row => row.Test?.ApplyTo(groups).Statistic)
            .Number("p", row => (row.Test ?? row.Method?.Test)?.ApplyTo(groups).P)
            .Notes(row => row.Method?.NotesOn(groups) ?? (row.Test!.NoteOn(groups) is { } note ? [note] : []));
        return columns.Arrange("two_groups", RowsOf(of));
    }

    private static IEnumerable<(ComparisonMethod? Method, TwoGroupTest? Test)> RowsOf(TwoGroupMethods of) =>
        of.Methods.Select(method => ((ComparisonMethod?)method, (TwoGroupTest?)null))
            .Concat(of.Tests.Select(test => ((ComparisonMethod?)null, (TwoGroupTest?)test)));
}
