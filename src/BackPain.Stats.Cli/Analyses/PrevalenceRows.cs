using BackPain.Stats.Cli.Results;
using BackPain.Stats.Estimation;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>Prevalences for machines: one row for each outcome, stratum and method, in the columns that the contract fixes.</summary>
internal static class PrevalenceRows
{
    private static readonly TableOf<(PrevalenceEstimate Estimate, MethodInterval Interval)> OfStandard =
        new TableOf<(PrevalenceEstimate Estimate, MethodInterval Interval)>()
        .Number("n_star", row => row.Estimate.Presentation!.Size)
        .Share("ci_width", row => row.Estimate.Presentation!.Width)
        .Number("relative_width", row => row.Estimate.Presentation!.RelativeWidth)
        .Text("action", row => NameOf(row.Estimate.Presentation!.Action))
        .Text("reason", row => row.Estimate.Presentation!.Reason);

    /// <summary>Arranges an answer.</summary>
    public static Table Arrange(PrevalenceAnswer answer)
    {
        var columns = StrataColumns.OutcomeAnd<(PrevalenceEstimate Estimate, MethodInterval Interval)>(
            answer.Question.Stratifications, ColumnsOf(answer.Question), row => row.Estimate.Outcome, row => row.Estimate.Stratum);
        return columns.Arrange(
            "estimates", answer.Estimates.SelectMany(estimate => estimate.Intervals.Select(interval => (estimate, interval))));
    }

    private static TableOf<(PrevalenceEstimate Estimate, MethodInterval Interval)> ColumnsOf(PrevalenceQuestion question)
    {
        var columns = new TableOf<(PrevalenceEstimate Estimate, MethodInterval Interval)>()
            .Count("cases", row => row.Estimate.Cases, ColumnRole.Cases)
            .Count("n", row => row.Estimate.Persons, ColumnRole.Persons)
            .Count("missing", row => row.Estimate.Missing)
            .Share("prevalence", row => row.Estimate.Prevalence, ColumnRole.Estimate)
            .Share("lower", row => row.Interval.Interval?.Lower, ColumnRole.Lower)
            .Share("upper", row => row.Interval.Interval?.Upper, ColumnRole.Upper)
            .Number("level", _ => question.Level.Value, ColumnRole.Level)
            .Text("method", row => row.Interval.Method.Name, ColumnRole.Method)
            .Share("se", row => row.Estimate.Design?.StandardError)
            .Number("df", row => row.Estimate.Design?.DegreesOfFreedom)
            .Number("deff", row => row.Estimate.Design?.DesignEffect)
            .Number("n_eff", row => row.Estimate.Design?.EffectiveSize)
            .Number("weighted_n", row => row.Estimate.Design?.Domain.Weight);
        if (question.Totals)
            columns.With(TotalColumns.Of<(PrevalenceEstimate Estimate, MethodInterval Interval)>(row => row.Estimate.Total));
        columns.Notes(row => row.Interval.Notes);
        return question.ByNchsStandard ? columns.With(OfStandard) : columns;
    }

    private static string NameOf(PresentationAction action) => action.ToString().ToLowerInvariant();
}
