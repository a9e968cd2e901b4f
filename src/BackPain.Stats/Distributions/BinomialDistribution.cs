namespace BackPain.Stats.Distributions;

/// <summary>
/// The distribution of the number of cases among n persons, each a case with probability p. It is computed from the beta
/// distribution, so that n need not be a whole number.
/// </summary>
/// <param name="N">n, greater than 0.</param>
/// <param name="At">p and 1 − p.</param>
public readonly record struct BinomialDistribution(double N, UnitPoint At)
{
    /// <summary>Creates a distribution from p alone; 1 − p is computed.</summary>
    public static BinomialDistribution With(double n, double p) => new(n, new UnitPoint(p, 1 - p));

    /// <summary>P(X ≤ k).</summary>
    public double AtMost(double k) => k < 0 ? 0 : k >= N ? 1 : new BetaDistribution(k + 1, N - k).UpperTail(At);

    /// <summary>P(X ≥ k).</summary>
    public double AtLeast(double k) => k <= 0 ? 1 : k > N ? 0 : new BetaDistribution(k, N - k + 1).LowerTail(At);
}
