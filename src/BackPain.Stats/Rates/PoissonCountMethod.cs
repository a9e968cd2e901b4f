using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>A method for indirect standardization that takes the observed cases O for a Poisson count.</summary>
public abstract class PoissonCountMethod : StandardizationMethod
{
    /// <summary>Computes the limits of the expected value of a count.</summary>
    /// <param name="cases">O.</param>
    /// <param name="level">The confidence level.</param>
    public (double Lower, double Upper) Around(long cases, ConfidenceLevel level) =>
        (cases == 0 ? 0 : Lower(cases, level), Upper(cases, level));

    /// <summary>Explains how the limits of O/E are computed.</summary>
    /// <param name="cases">O.</param>
    /// <param name="expected">E.</param>
    /// <param name="level">The confidence level.</param>
    /// <param name="before">The steps that lead to O and E.</param>
    public Explanation Explain(long cases, double expected, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var (lower, upper) = Around(cases, level);
        List<ExplanationStep> steps = [.. before, .. Steps(cases, level)];
        steps.Add(new(ExplanationStep.Lower, "O_L/E", $"{lower}/{expected}", lower / expected));
        steps.Add(new(ExplanationStep.Upper, "O_U/E", $"{upper}/{expected}", upper / expected));
        return new Explanation(Citation, steps, cases == 0 ? ["There are no cases, so the lower limit is 0 by definition."] : []);
    }

    /// <summary>Computes the lower limit of a count above 0.</summary>
    protected abstract double Lower(long cases, ConfidenceLevel level);

    /// <summary>Computes the upper limit.</summary>
    protected abstract double Upper(long cases, ConfidenceLevel level);

    /// <summary>Returns the steps to the limits of O.</summary>
    protected abstract IEnumerable<ExplanationStep> Steps(long cases, ConfidenceLevel level);
}
