namespace BackPain.Stats.Intervals;

/// <summary>A lower and an upper limit, as proportions: 0 ≤ lower ≤ upper ≤ 1.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper);
