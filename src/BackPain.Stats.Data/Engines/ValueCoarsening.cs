using System.Globalization;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Engines;

/// <summary>
/// Lets one number stand for all those that a question cannot tell apart: with bands of ten years, 20 for 20 to 29;
/// with a condition at 50000, 50001 for all above. So incomes and ages make few groups;
/// what a number means is still decided where the sums are read.
/// </summary>
/// <remarks>
/// Missing codes, numbers that are no number, and numbers that may not be put into bands keep their place, so that they are found.
/// </remarks>
internal static class ValueCoarsening
{
    private const double LargestBound = 1e15;
    private const long HighestBand = 200;
    private const int MostCuts = 120;

    /// <summary>The expression for a column; nothing where its values have to be taken as they are.</summary>
    /// <param name="column">The column.</param>
    /// <param name="plan">The question.</param>
    /// <param name="kind">The numbers in the column.</param>
    /// <param name="missing">The numbers among its missing codes.</param>
    /// <param name="value">The column in the statement.</param>
    /// <param name="number">The column as an 8-byte float.</param>
    public static string? For(
        string column, ReadingPlan plan, NumberKind kind, IReadOnlyCollection<double> missing, string value, string number)
    {
        var conditions = plan.Where.Where(condition => condition.Column == column).ToList();
        var bands = plan.ByColumns.Contains(column) ? plan.BandsOf(column) : null;
        if (kind is not (NumberKind.Whole or NumberKind.Real)
            || !conditions.TrueForAll(condition => condition is NumberCondition { Bound: >= -LargestBound and <= LargestBound })
            || IsReadOtherwise(column, plan, bands))
            return null;
        var bounds = conditions.ConvertAll(condition => (NumberCondition)condition);
        if (kind == NumberKind.Real)
            return bands is null && !plan.Floored.Contains(column) ? ForReal(bounds, missing, value, number) : null;
        return ForWhole([.. bounds.Select(FirstAbove), .. bands?.Beginnings(HighestBand) ?? []], bands, missing, value);
    }

    private static bool IsReadOtherwise(string column, ReadingPlan plan, Bands? bands) =>
        (bands is null && plan.ByColumns.Contains(column))
        || plan.Outcomes.Any(outcome => outcome.Column == column)
        || plan.Design.Weight == column
        || plan.Design.UnitColumns.Contains(column)
        || (plan.Design.Replicates is { } replicates
            && ReplicateFinder.NamesLike(replicates.Pattern, plan.Design.Weight!, [column]).Count > 0);

    /// <summary>The first whole number on the upper side of a bound.</summary>
    private static long FirstAbove(NumberCondition condition) =>
        (long)(condition.Symbol is ">=" or "<" ? Math.Ceiling(condition.Bound) : Math.Floor(condition.Bound) + 1);

    private static string? ForWhole(SortedSet<long> cuts, Bands? bands, IReadOnlyCollection<double> missing, string value)
    {
        if (bands is not null)
            cuts.RemoveWhere(cut => cut <= 0);
        if (cuts.Count is 0 or > MostCuts)
            return null;
        var branches = missing.Select(code => $"WHEN {value} = {Text(code)} THEN {value}").ToList();
        if (bands is not null)
            branches.Add($"WHEN {value} < 0 THEN {value}");
        var from = bands is not null ? 0 : cuts.Min - 1 - missing.Count;
        foreach (var cut in cuts)
        {
            branches.Add(Branch($"{value} < {Text(cut)}", from, cut));
            from = cut;
        }
        // Bands of one width have no last one.
        if (bands is null || bands.LabelOf(cuts.Max) == bands.LabelOf(long.MaxValue / 2))
            branches.Add(Branch($"{value} >= {Text(from)} AND {value} <= {Text(LargestBound / 1000)}", from, from + missing.Count + 1));
        return $"CASE {string.Join(' ', branches)} ELSE {value} END";

        string Branch(string when, long first, long end)
        {
            while (first < end && missing.Contains(first))
                first++;
            return $"WHEN {when} THEN {(first < end ? Text(first) : value)}";
        }
    }

    private static string? ForReal(
        IEnumerable<NumberCondition> conditions, IReadOnlyCollection<double> missing, string value, string number)
    {
        var bounds = conditions.Select(condition => condition.Bound).Distinct().Order().ToList();
        // Below the first bound, between two, above the last.
        double[] between = [bounds[0] - 1, .. bounds.Zip(bounds.Skip(1), (a, b) => a + ((b - a) / 2)), bounds[^1] + 1];
        if (between.Any(missing.Contains) || between.Intersect(bounds).Any())
            return null;
        var branches = missing.Select(code => $"WHEN {number} = {Text(code)} THEN {value}").ToList();
        branches.Add($"WHEN NOT ({number} >= {Text(-LargestBound)} AND {number} <= {Text(LargestBound)}) THEN {value}");
        for (var i = 0; i < bounds.Count; i++)
            branches.AddRange(
            [
                $"WHEN {number} < {Text(bounds[i])} THEN {Text(between[i])}",
                $"WHEN {number} = {Text(bounds[i])} THEN {Text(bounds[i])}",
            ]);
        branches.Add($"WHEN {number} > {Text(bounds[^1])} THEN {Text(between[^1])}");
        return $"CASE {string.Join(' ', branches)} ELSE {value} END";
    }

    /// <summary>A number as it stands in a statement.</summary>
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
