namespace BackPain.Stats.Comparisons;

/// <summary>Adjusts the p values of a family of comparisons.</summary>
internal static class FamilyAdjustment
{
    /// <summary>
    /// Returns rows with adjusted p values if there are several. A comparison whose test is undefined has no p value and is not of the
    /// family.
    /// </summary>
    public static IReadOnlyList<ComparisonRow> Of(ComparisonQuestion question, IEnumerable<ComparisonRow> family)
    {
        var rows = family.ToList();
        if (rows.Count < 2)
            return rows;
        var adjusted = new Queue<double>(question.Multiplicity.Adjust([.. rows.Select(row => row.P).OfType<double>()]));
        return [.. rows.Select(row => row.P is null ? row : row with { AdjustedP = adjusted.Dequeue() })];
    }
}
