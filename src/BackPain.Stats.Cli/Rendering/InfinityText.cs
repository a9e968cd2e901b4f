namespace BackPain.Stats.Cli.Rendering;

/// <summary>
/// Infinity as machine-readable formats write it. There is no text for what is not a number: that has no place in a result.
/// </summary>
internal static class InfinityText
{
    /// <summary>inf or -inf.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is finite, or not a number.</exception>
    public static string Of(double value) =>
        double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : throw new ArgumentOutOfRangeException(nameof(value), "Expected an infinity.");
}
