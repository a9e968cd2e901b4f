using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>What an interval method reads: x cases in n persons, known with some degrees of freedom.</summary>
/// <remarks>
/// For a simple random sample these are the counts and infinity. A complex design gives the size and the cases of the simple random
/// sample that would be as precise, so that the survey form of a method is the method itself.
/// </remarks>
/// <param name="X">Cases, from 0 to <paramref name="N"/>; whole unless a design made it.</param>
/// <param name="N">Persons, more than 0; whole unless a design made it.</param>
/// <param name="DegreesOfFreedom">Of the variance; infinite for a simple random sample.</param>
public readonly record struct EffectiveSample(double X, double N, double DegreesOfFreedom = double.PositiveInfinity)
{
    /// <summary>p̂ = x/n.</summary>
    public double Estimate => X / N;

    /// <summary>The same persons with cases and non-cases exchanged.</summary>
    public EffectiveSample Mirrored() => this with { X = N - X };

    /// <summary>A simple random sample of whole persons.</summary>
    public static EffectiveSample Of(Proportion proportion) => new(proportion.Cases, proportion.Persons);

    /// <summary>z of a level, or Student's t where the degrees of freedom are finite.</summary>
    public double CriticalValue(ConfidenceLevel level) => new StudentT(DegreesOfFreedom).UpperQuantile(level.Tail);
}
