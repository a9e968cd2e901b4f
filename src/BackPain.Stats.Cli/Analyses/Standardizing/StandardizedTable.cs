using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>Standardized prevalences for machines: one row for each outcome, stratum and method.</summary>
internal static class StandardizedTable
{
    private const string Crude = "crude";
    private const string Ratio = "spr";

    /// <summary>Arranges an answer.</summary>
    public static Table Arrange(StandardizedAnswer answer)
    {
        var columns = StrataColumns.OutcomeAnd<(StandardizedEstimate Estimate, StandardizedInterval Interval)>(
            answer.Question.Stratifications, ColumnsOf(answer), row => row.Estimate.Outcome, row => row.Estimate.Stratum);
        return columns.Arrange(
            "standardized", answer.Estimates.SelectMany(estimate => estimate.Intervals.Select(interval => (estimate, interval))));
    }

    private static TableOf<(StandardizedEstimate Estimate, StandardizedInterval Interval)> ColumnsOf(StandardizedAnswer answer)
    {
        var question = answer.Question;
        var columns = new TableOf<(StandardizedEstimate Estimate, StandardizedInterval Interval)>()
            .Count("cases", row => row.Estimate.Crude.Cases, ColumnRole.Cases)
            .Count("n", row => row.Estimate.Crude.Persons, ColumnRole.Persons)
            .Count("missing", row => row.Estimate.Crude.Missing)
            .Share("crude", row => row.Estimate.Crude.Prevalence, ColumnRole.Estimate, of: Crude)
            .Share("crude_lower", row => row.Interval.Crude?.Lower, ColumnRole.Lower, of: Crude)
            .Share("crude_upper", row => row.Interval.Crude?.Upper, ColumnRole.Upper, of: Crude)
            .Share("prevalence", row => row.Estimate.Prevalence, ColumnRole.Estimate)
            .Share("lower", row => row.Interval.Interval?.Lower, ColumnRole.Lower)
            .Share("upper", row => row.Interval.Interval?.Upper, ColumnRole.Upper)
            .Number("level", _ => question.Level.Value, ColumnRole.Level)
            .Text("method", row => row.Interval.Method.Name, ColumnRole.Method)
            .Text("standard_population", _ => question.Target.Name)
            .Text("over", _ => QuotedName.Join(question.Over));
        if (question.Target is IndirectStandardization)
        {
            columns
                .Ratio("spr", row => row.Estimate.Indirect?.Ratio, ColumnRole.Estimate, of: Ratio)
                .Ratio("spr_lower", row => row.Interval.Ratio?.Lower, ColumnRole.Lower, of: Ratio)
                .Ratio("spr_upper", row => row.Interval.Ratio?.Upper, ColumnRole.Upper, of: Ratio);
        }
        columns
            .Share("se", row => row.Estimate.StandardError)
            .Number("df", row => row.Estimate.DegreesOfFreedom)
            .Number("deff", row => row.Estimate.Direct?.DesignEffect)
            .Number("n_eff", row => row.Estimate.Direct?.EffectiveSize)
            .Number("weighted_n", row => row.Estimate.Crude.Design?.Domain.Weight);
        if (question.Totals)
            columns.With(TotalColumns.Of<(StandardizedEstimate Estimate, StandardizedInterval Interval)>(row => row.Estimate.Total));
        return columns.Notes(row => row.Interval.Notes);
    }
}
