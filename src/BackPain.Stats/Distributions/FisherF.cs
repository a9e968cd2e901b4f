namespace BackPain.Stats.Distributions;

/// <summary>The F distribution.</summary>
/// <param name="Numerator">The degrees of freedom of the numerator, greater than 0.</param>
/// <param name="Denominator">The degrees of freedom of the denominator, greater than 0; infinite for a chi-squared over its df.</param>
public readonly record struct FisherF(double Numerator, double Denominator)
{
    /// <summary>P(F ≥ f).</summary>
    /// <remarks>P(F ≥ f) = P(X ≤ d₂/(d₂ + d₁f)) for X distributed as beta(d₂/2, d₁/2).</remarks>
    public double UpperTail(double f)
    {
        if (f <= 0)
            return 1;
        var (one, two) = (Numerator * f, Denominator);
        return new BetaDistribution(two / 2, Numerator / 2).LowerTail(new UnitPoint(two / (two + one), one / (two + one)));
    }
}
