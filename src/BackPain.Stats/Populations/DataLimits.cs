namespace BackPain.Stats.Populations;

/// <summary>The range to which the numbers of a column are limited, so that the rest of a standard does not concern the data.</summary>
/// <param name="Range">The range.</param>
/// <param name="IsTopCoded">Whether its last number may stand for higher ones too, as the highest age of a codebook often does.</param>
public readonly record struct DataLimits(NumberRange Range, bool IsTopCoded = false)
{
    /// <summary>No limits.</summary>
    public static DataLimits None { get; } = new(NumberRange.All);

    /// <summary>
    /// Returns the range, without a last number that may stand for higher ones unless a group of the standard ends there.
    /// </summary>
    internal NumberRange For(IEnumerable<NumberRange> groups)
    {
        var last = Range.To;
        return IsTopCoded && groups.All(group => group.To != last) ? Range with { To = null } : Range;
    }

    /// <summary>Returns what two sets of limits leave; null if that is nothing.</summary>
    public DataLimits? Within(DataLimits other) =>
        Range.Within(other.Range) is { } both
            ? new DataLimits(both, both.To is not null && (both.To == Range.To ? IsTopCoded : other.IsTopCoded))
            : null;
}
