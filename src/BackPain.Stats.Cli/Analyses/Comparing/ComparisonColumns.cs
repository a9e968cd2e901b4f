using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Families;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>
/// The columns in which people read comparisons: measures side by side, or below each other if a measure has several methods.
/// </summary>
/// <param name="answer">What was found.</param>
/// <param name="footnotes">The footnotes, by whose letters lines refer to notes.</param>
/// <param name="per">The number of persons that prevalence is reported per: 100 for percent.</param>
internal sealed class ComparisonColumns(ComparisonAnswer answer, SharedFootnotes footnotes, int per)
{
    private readonly ComparisonQuestion question = answer.Question;
    private readonly List<string> tests =
        [.. answer.Rows.Where(row => row.Kind == ComparisonKind.Test).Select(row => row.Method.Name).Distinct()];

    /// <summary>Whether methods stand below each other.</summary>
    public bool IsLong => answer.Design is null && question.Measures.Any(measure => question.MethodsOf(measure).Count > 1);

    private bool IsAdjusted => question.Multiplicity is not Unadjusted && answer.Rows.Any(row => row.AdjustedP is not null);

    private bool HasReferenceLines => question.Pairs.HasReference && !IsLong;

    /// <summary>The lines of one outcome in one stratum.</summary>
    public IEnumerable<ComparisonLine> LinesOf(GroupSet set)
    {
        var rows = answer.Rows.Where(row => row.Outcome == set.Outcome && row.Stratum.SequenceEqual(set.Stratum)).ToList();
        var ofAll = rows.Where(row => row.Pair is null && row.Kind == ComparisonKind.Test).ToList();
        var lines = IsLong ? set.Pairs.SelectMany(pair => LongLinesOf(pair, [.. rows.Where(row => row.Pair == pair)]))
            : HasReferenceLines ? set.Groups.Select(group => LineOf(group, set, rows))
            : set.Pairs.Select(pair => LineOf(pair, [.. rows.Where(row => row.Pair == pair)]));
        return lines
            .Where(line => question.EmptyStrata || line.Group is not { IsEmpty: true })
            .Concat(ofAll.Count > 0 ? [new ComparisonLine("all groups", ofAll)] : Enumerable.Empty<ComparisonLine>())
            .Concat(rows.Where(row => row.Kind is ComparisonKind.Trend or ComparisonKind.Departure).Select(row =>
                new ComparisonLine(row.Method.Title, [row]) { P = row.P }))
            .Concat(SlopesIn(rows));
    }

    /// <summary>The columns.</summary>
    public TableOf<ComparisonLine> Columns()
    {
        var columns = new TableOf<ComparisonLine>()
            .Text("group", line => line.Label, heading: "")
            .Add(new Column("fraction", ColumnKind.Fraction, "cases/n"), line => FractionOf(line.Group));
        if (!HasReferenceLines)
            columns.Add(new Column("reference", ColumnKind.Fraction), line => FractionOf(line.Pair?.Reference));
        var interval = $" ({question.Level.InPercent}% CI)";
        if (IsLong)
        {
            columns
                .Text("measure", line => IntervalOf(line)?.Measure!.Name ?? "", heading: "")
                .Text("method", line => IntervalOf(line)?.Method.Name ?? "")
                .Add(
                    new Column("estimate", ColumnKind.Measure, $"estimate{interval}"),
                    line => IntervalOf(line) is { } row ? ComparisonLine.CellOf(row) : "");
            AddTests(columns);
        }
        else
        {
            columns.Add(
                new Column("prevalence", ColumnKind.Share, answer.Design is { Weight: not null } ? "weighted" : ""),
                line => line.Group is null ? "" : line.Prevalence);
            foreach (var measure in question.Measures)
            {
                var heading = measure.IsRatio ? measure.Name.Replace('-', ' ') : $"difference, {Points}";
                columns.Add(new Column(measure.Name, ColumnKind.Measure, heading + interval), line => line.CellOf(measure, false));
                if (question.Adjustment is not null)
                {
                    columns.Add(new Column($"adjusted_{measure.Name}", ColumnKind.Measure, "adjusted"), line => line.CellOf(measure, true));
                    columns.Add(
                        new Column($"homogeneity_{measure.Name}", ColumnKind.PValue, "homog. p"), line => line.HomogeneityOf(measure));
                }
                if (answer.Design is not null)
                    AddP(columns, "p", adjusted => line => line.POf(measure, adjusted));
            }
            AddTests(columns);
        }
        return answer.Notes.Count == 0
            ? columns
            : columns.Text("note", line => footnotes.MarksOf(line.Notes), heading: "");
    }

    private string Points => per == 100 ? "points" : string.Create(CultureInfo.InvariantCulture, $"per {per}");

    private static object? FractionOf(ComparedGroup? group) => group is null ? null : new Fraction(group.Cases, group.Persons);

    /// <summary>A line for each method; the tests stand in the first.</summary>
    private static IEnumerable<ComparisonLine> LongLinesOf(GroupPair pair, IReadOnlyList<ComparisonRow> rows) => rows
        .Where(row => row.Measure is not null)
        .Select((row, i) => LineOf(pair, [row, .. rows.Where(test => test.Measure is null && i == 0)]));

    private static ComparisonLine LineOf(GroupPair pair, IReadOnlyList<ComparisonRow> rows) => new(ComparisonPage.NameOf(pair), rows)
    {
        Group = pair.Group,
        Pair = pair,
        Prevalence = rows is [var first, ..] ? first.Prevalence : null,
    };

    private static ComparisonRow? IntervalOf(ComparisonLine line) => line.Rows is [{ Measure: not null } row, ..] ? row : null;

    private IEnumerable<ComparisonLine> SlopesIn(List<ComparisonRow> rows)
    {
        var slopes = rows.Where(row => row.Measure is not null && row.Pair is null).ToList();
        return IsLong ? slopes.Select(row => new ComparisonLine("per unit of the score", [row]))
            : slopes.Count == 0 ? []
            : [new ComparisonLine("per unit of the score", slopes)];
    }

    private static ComparisonLine LineOf(ComparedGroup group, GroupSet set, List<ComparisonRow> rows)
    {
        foreach (var pair in set.Pairs)
        {
            if (pair.Group == group)
                return LineOf(pair, [.. rows.Where(row => row.Pair == pair)]) with { Label = group.Name };
        }
        return new ComparisonLine(group.Name, [])
        {
            Group = group,
            Prevalence = rows
                .Where(row => row.Pair?.Reference == group)
                .Select(row => row.ReferencePrevalence)
                .FirstOrDefault(p => p is not null),
        };
    }

    private void AddTests(TableOf<ComparisonLine> columns)
    {
        if (question.Scores is not null)
            columns.Add(new Column("trend", ColumnKind.PValue, "p, trend"), line => line.P is { } p ? p : line.IsTrend ? null : "");
        foreach (var test in tests)
        {
            var heading = tests.Count == 1 ? "p" : $"p, {test}";
            if (answer.Design is null)
                AddP(columns, heading, adjusted => line => line.POf(test, adjusted));
            else
                columns.Add(new Column(test, ColumnKind.PValue, $"{heading}, all"), line => line.POf(test, adjusted: false));
        }
    }

    /// <summary>Adds a p value, and the adjusted one if there are several comparisons.</summary>
    private void AddP(TableOf<ComparisonLine> columns, string heading, Func<bool, Func<ComparisonLine, object?>> value)
    {
        columns.Add(new Column(heading, ColumnKind.PValue), value(false));
        if (IsAdjusted)
            columns.Add(new Column($"{heading} {question.Multiplicity.Name}", ColumnKind.PValue, "adj. p"), value(true));
    }
}
