using BackPain.Stats.Cli.Results;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>The columns of the numbers of cases in the population.</summary>
internal static class TotalColumns
{
    private const string Name = "total";

    /// <summary>The columns for machines: the total, its standard error and its limits.</summary>
    public static TableOf<T> Of<T>(Func<T, TotalEstimate?> totalOf) =>
        new TableOf<T>()
            .Total("total", row => totalOf(row)?.Total, ColumnRole.Estimate, Name)
            .Total("total_se", row => totalOf(row)?.StandardError)
            .Total("total_lower", row => totalOf(row)?.Lower, ColumnRole.Lower, Name)
            .Total("total_upper", row => totalOf(row)?.Upper, ColumnRole.Upper, Name);

    /// <summary>The column for people.</summary>
    /// <param name="level">The confidence level in percent.</param>
    public static Column ForPeople(string level) =>
        new(Name, ColumnKind.TotalInterval, Heading: $"cases in population ({level}% CI)");

    /// <summary>The cell of a row for people; null if there is no total.</summary>
    public static IntervalCell? CellOf(TotalEstimate? total) =>
        total is null ? null : new IntervalCell(total.Total, total.Lower, total.Upper);
}
