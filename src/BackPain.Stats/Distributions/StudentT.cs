namespace BackPain.Stats.Distributions;

/// <summary>Student's t distribution.</summary>
/// <param name="DegreesOfFreedom">Greater than 0; infinite for the normal distribution.</param>
public readonly record struct StudentT(double DegreesOfFreedom)
{
    /// <summary>Returns the t above which the probability is <paramref name="tail"/>.</summary>
    /// <remarks>P(|T| &gt; t) = P(X ≤ ν/(ν+t²)) for X distributed as beta(ν/2, ½), so t² = ν·(1−x)/x.</remarks>
    /// <param name="tail">A probability, greater than 0 and at most ½.</param>
    public double UpperQuantile(double tail)
    {
        if (double.IsPositiveInfinity(DegreesOfFreedom))
            return StandardNormal.UpperQuantile(tail);
        var logit = new BetaDistribution(DegreesOfFreedom / 2, 0.5).LowerQuantileLogit(2 * tail);
        return Math.Sqrt(DegreesOfFreedom * Math.Exp(-logit));
    }

    /// <summary>P(|T| ≥ |t|).</summary>
    public double TwoTails(double t) => double.IsPositiveInfinity(DegreesOfFreedom)
        ? 2 * StandardNormal.UpperTail(Math.Abs(t))
        : new FisherF(1, DegreesOfFreedom).UpperTail(t * t);
}
