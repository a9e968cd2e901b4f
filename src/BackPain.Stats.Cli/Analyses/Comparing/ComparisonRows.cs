using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>Comparisons for machines: one row for each pair, measure and method, and one for each test.</summary>
internal static class ComparisonRows
{
    /// <summary>Arranges an answer.</summary>
    public static Table Arrange(ComparisonAnswer answer) => StrataColumns
        .OutcomeAnd<ComparisonRow>(WithinOf(answer.Question), ColumnsOf(answer.Question), row => row.Outcome, row => row.Stratum)
        .Arrange("comparisons", answer.Rows);

    private static TableOf<ComparisonRow> ColumnsOf(ComparisonQuestion question) => new TableOf<ComparisonRow>()
        .Text("measure", row => NameOf(row))
        .Text("group", row => row.Pair?.Group.Name ?? "")
        .Text("reference", row => row.Pair?.Reference.Name ?? "")
        .Count("cases", row => row.Pair?.Group.Cases, ColumnRole.Cases)
        .Count("n", row => row.Pair?.Group.Persons, ColumnRole.Persons)
        .Count("reference_cases", row => row.Pair?.Reference.Cases)
        .Count("reference_n", row => row.Pair?.Reference.Persons)
        .Share("prevalence", row => row.Prevalence)
        .Share("reference_prevalence", row => row.ReferencePrevalence)
        .Ratio("estimate", row => row.Estimate, ColumnRole.Estimate)
        .Ratio("lower", row => row.Limits?.Lower, ColumnRole.Lower)
        .Ratio("upper", row => row.Limits?.Upper, ColumnRole.Upper)
        .Number("level", row => row.Measure is null ? null : question.Level.Value, ColumnRole.Level)
        .Text("method", row => row.Method.Name, ColumnRole.Method)
        .Text("adjusted_for", row => row.Adjustment is null ? "" : QuotedName.Join(row.Adjustment.Columns))
        .Number("se", row => row.StandardError)
        .Number("df1", row => row.NumeratorDegreesOfFreedom)
        .Number("df", row => row.DegreesOfFreedom)
        .Number("statistic", row => row.Statistic)
        .Add(new Column("p", ColumnKind.PValue), row => row.P)
        .Add(new Column("p_adjusted", ColumnKind.PValue), row => row.AdjustedP)
        .Text("multiplicity", row => row.AdjustedP is null ? "" : question.Multiplicity.Name)
        .Notes(row => row.Notes)
        .WithEstimatesOf(row => row.Measure is { IsRatio: false } ? ColumnKind.Share : null);

    private static string NameOf(ComparisonRow row) => row.Kind switch
    {
        ComparisonKind.Interval => row.Measure!.Name,
        ComparisonKind.Test => "test",
        ComparisonKind.Homogeneity => "homogeneity",
        ComparisonKind.Trend => "trend",
        ComparisonKind.Departure => "departure",
    };

    private static IEnumerable<Stratification> WithinOf(ComparisonQuestion question) =>
        question.Stratifications.Select(by => new Stratification([.. by.Columns.SkipLast(question.Groups.Columns.Count)]));
}
