namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The limits of a comparison, within the range of its measure; the upper limit of a ratio may be infinite.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit, at least the lower one.</param>
public readonly record struct ComparisonLimits(double Lower, double Upper)
{
    /// <summary>Whether a value lies between the limits, or at one of them.</summary>
    public bool Contain(double value) => value >= Lower && value <= Upper;
}
