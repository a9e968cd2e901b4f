using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Strata;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>One line of the table of comparisons that people read: a group, a pair, or a test of all groups.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Rows">The intervals and tests of the pair, or the test of all groups.</param>
internal sealed record ComparisonLine(string Label, IReadOnlyList<ComparisonRow> Rows)
{
    /// <summary>The group; null for a test of all groups.</summary>
    public ComparedGroup? Group { get; init; }

    /// <summary>The pair; null for the reference itself and for a test of all groups.</summary>
    public GroupPair? Pair { get; init; }

    /// <summary>The prevalence of the group; null if it is empty, or if this is not a group.</summary>
    public double? Prevalence { get; init; }

    /// <summary>The p value of a test of a trend; null if it has none.</summary>
    public double? P { get; init; }

    /// <summary>Whether the line is a test of a trend.</summary>
    public bool IsTrend => Rows is [{ Kind: ComparisonKind.Trend or ComparisonKind.Departure }];

    /// <summary>What the reader must know, each once.</summary>
    public IEnumerable<Note> Notes => Rows.SelectMany(row => row.Notes).Distinct();

    /// <summary>The interval of a measure; "(reference)" for the reference itself.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="isPooled">Whether strata are pooled.</param>
    public object? CellOf(ComparisonMeasure measure, bool isPooled)
    {
        if (Group is not null && Pair is null)
            return measure.IsRatio ? "1 (reference)" : "0 (reference)";
        return Rows.FirstOrDefault(row => row.Measure == measure && (row.Adjustment is not null) == isPooled) is { } row ? CellOf(row) : "";
    }

    /// <summary>The p value of the test that a measure is the same in all strata; nothing if the line has none.</summary>
    public object? HomogeneityOf(ComparisonMeasure measure)
    {
        var method = measure == ComparisonMeasure.Difference ? StratifiedMethods.CochranQOfDifferences
            : measure == ComparisonMeasure.Ratio ? StratifiedMethods.CochranQOfRatios
            : StratifiedMethods.Tarone;
        return Rows.FirstOrDefault(row => row.Kind == ComparisonKind.Homogeneity && row.Method == method) is { } row ? row.P : "";
    }

    /// <summary>The p value of a test; nothing if the line has none.</summary>
    public object? POf(string test, bool adjusted) =>
        Rows.FirstOrDefault(row => row.Measure is null && row.Method.Name == test) is { } row && (!adjusted || row.AdjustedP is not null)
            ? adjusted ? row.AdjustedP : row.P
            : "";

    /// <summary>The p value of a measure; nothing if the line has none.</summary>
    public object? POf(ComparisonMeasure measure, bool adjusted) =>
        Rows.FirstOrDefault(row => row.Measure == measure) is { } row ? adjusted ? row.AdjustedP : row.P : "";

    /// <summary>An interval as a cell.</summary>
    public static MeasureCell CellOf(ComparisonRow row) => new(
        row.Estimate is { } estimate ? new IntervalCell(estimate, row.Limits?.Lower, row.Limits?.Upper) : null,
        row.Measure!.IsRatio ? ColumnKind.RatioInterval : ColumnKind.Interval);
}
