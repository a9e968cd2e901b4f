namespace BackPain.Stats.Cli.Rendering;

/// <summary>Infinity in machine-readable formats. There is no text for NaN, which must not occur in a result.</summary>
internal static class InfinityText
{
    /// <summary>inf or -inf.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is finite or NaN.</exception>
    public static string Of(double value) =>
        double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : throw new ArgumentOutOfRangeException(nameof(value), "Expected an infinity.");
}
