using BackPain.Stats.Estimation;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Tables;

/// <summary>Estimates for machines: one row for each outcome, stratum and method, in the columns that the contract fixes.</summary>
internal static class EstimateColumns
{
    private static readonly string[] Before = ["type", "recall", "outcome"];

    private static readonly Column[] After =
    [
        new("cases", ColumnKind.Count),
        new("n", ColumnKind.Count),
        new("missing", ColumnKind.Count),
        new("prevalence", ColumnKind.Share),
        new("lower", ColumnKind.Share),
        new("upper", ColumnKind.Share),
        new("level", ColumnKind.Number),
        new("method", ColumnKind.Text),
        new("se", ColumnKind.Share),
        new("df", ColumnKind.Number),
        new("deff", ColumnKind.Number),
        new("n_eff", ColumnKind.Number),
        new("weighted_n", ColumnKind.Number),
        new("notes", ColumnKind.Notes),
    ];

    private static readonly Column[] OfStandard =
    [
        new("ci_width", ColumnKind.Share),
        new("relative_width", ColumnKind.Number),
        new("action", ColumnKind.Text),
        new("reason", ColumnKind.Text),
    ];

    /// <summary>Arranges an answer.</summary>
    public static Table Arrange(PrevalenceAnswer answer, PrevalenceQuestion question, Provenance provenance)
    {
        var strata = question.Stratifications.SelectMany(by => by.Columns).Distinct(StringComparer.Ordinal).ToList();
        return new Table
        {
            Name = "estimates",
            Columns = [.. Before.Select(name => new Column(name, ColumnKind.Text)), .. strata.Select(name => Stratum(name, strata)), .. After, .. question.ByNchsStandard ? OfStandard : []],
            Nesting = new Nesting("strata", Before.Length, strata.Count),
            Rows = [.. from estimate in answer.Estimates from interval in estimate.Intervals select RowOf(estimate, interval, strata, question)],
            Provenance = provenance,
        };
    }

    /// <summary>A column of strata. One that has the name of another column is told apart.</summary>
    private static Column Stratum(string name, List<string> strata)
    {
        var unique = name;
        while (Before.Contains(unique) || After.Concat(OfStandard).Any(column => column.Name == unique) || (unique != name && strata.Contains(unique)))
            unique = $"by:{unique}";
        return new Column(unique, ColumnKind.Text, Heading: name);
    }

    private static Row RowOf(Estimate estimate, MethodInterval interval, List<string> strata, PrevalenceQuestion question) => new(
    [
        estimate.Outcome.Recall!.Type,
        estimate.Outcome.Recall.Iso,
        estimate.Outcome.Name,
        .. strata.Select(column => estimate.Stratum.Where(level => level.Column == column).Select(level => level.Level).FirstOrDefault()),
        estimate.Cases,
        estimate.Persons,
        estimate.Missing,
        estimate.Prevalence,
        interval.Interval?.Lower,
        interval.Interval?.Upper,
        question.Level.Value,
        interval.Method.Name,
        estimate.Design?.StandardError,
        Finite(estimate.Design?.DegreesOfFreedom),
        estimate.Design?.DesignEffect,
        estimate.Design?.EffectiveSize,
        estimate.Design?.Domain.Weight,
        interval.Notes,
        .. question.ByNchsStandard ? CellsOf(estimate.Presentation!) : [],
    ]);

    /// <summary>Infinite degrees of freedom are told by the design, and have no number.</summary>
    private static double? Finite(double? df) => df is { } number && double.IsFinite(number) ? number : null;

    private static object?[] CellsOf(Presentation presentation) =>
        [presentation.Width, presentation.RelativeWidth, presentation.Action.ToString().ToLowerInvariant(), presentation.Reason];
}
