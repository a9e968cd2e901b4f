using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The input of an interval method: x cases among n persons, with the degrees of freedom of the variance.</summary>
/// <remarks>
/// For a simple random sample these are the counts and infinity. For a complex design they are the size and the cases of the simple
/// random sample that would be equally precise, so that the survey version of a method is the method itself.
/// </remarks>
/// <param name="X">Cases, from 0 to <paramref name="N"/>; a whole number unless derived from a design.</param>
/// <param name="N">Persons, more than 0; a whole number unless derived from a design.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of the variance; infinite for a simple random sample.</param>
public readonly record struct EffectiveSample(double X, double N, double DegreesOfFreedom = double.PositiveInfinity)
{
    // Known apart from n only for counts; beyond 2⁵³ a difference of doubles is not exact.
    private readonly double? countedNonCases = null;

    private EffectiveSample(double x, double n, double? nonCases, double degreesOfFreedom)
        : this(x, n, degreesOfFreedom) => countedNonCases = nonCases;

    /// <summary>n − x, the non-cases; exact for counts of any size.</summary>
    public double NonCases => countedNonCases ?? (N - X);

    /// <summary>p̂ = x/n.</summary>
    public double Estimate => X / N;

    /// <summary>q̂ = 1 − p̂, from the non-cases.</summary>
    public double Complement => NonCases / N;

    /// <summary>Returns the same sample with cases and non-cases exchanged.</summary>
    public EffectiveSample Mirrored() => new(NonCases, N, countedNonCases is null ? null : X, DegreesOfFreedom);

    /// <summary>Creates a simple random sample from counts.</summary>
    public static EffectiveSample Of(Proportion proportion) =>
        new(proportion.Cases, proportion.Persons, proportion.Mirrored.Cases, double.PositiveInfinity);

    /// <summary>Returns the normal quantile z of a confidence level, or Student's t if the degrees of freedom are finite.</summary>
    public double CriticalValue(ConfidenceLevel level) => new StudentT(DegreesOfFreedom).UpperQuantile(level.Tail);
}
