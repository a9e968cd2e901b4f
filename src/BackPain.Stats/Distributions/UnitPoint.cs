namespace BackPain.Stats.Distributions;

/// <summary>A point p in the unit interval together with q = 1 − p, each to full precision.</summary>
/// <remarks>
/// Near 1, a double cannot represent the distance of p from 1 accurately. Carrying q separately keeps tails accurate at both ends
/// (DiDonato &amp; Morris 1992).
/// </remarks>
/// <param name="P">p, from 0 to 1.</param>
/// <param name="Q">1 − p, from 0 to 1.</param>
public readonly record struct UnitPoint(double P, double Q)
{
    /// <summary>Returns the point with p and q exchanged.</summary>
    public UnitPoint Mirrored() => new(Q, P);

    /// <summary>Returns the point with log-odds t: p = 1/(1+e⁻ᵗ), q = 1/(1+eᵗ).</summary>
    public static UnitPoint FromLogit(double t) => new(1 / (1 + Math.Exp(-t)), 1 / (1 + Math.Exp(t)));
}
