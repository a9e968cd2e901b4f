using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>
/// A method for rare conditions: the cases of each stratum are taken for a Poisson count, and the standardized prevalence for a weighted
/// sum of such counts, y = Σ w·x with w = c/n.
/// </summary>
public abstract class WeightedRateMethod : StandardizationMethod
{
    /// <inheritdoc/>
    public override string AtTheEdges =>
        "No cases give 0 to M·(−ln α/2), M the largest weight of a case; the upper limit is never more than 1.";

    /// <summary>Computes the limits, which hold the estimate and lie within [0, 1].</summary>
    public ConfidenceInterval Around(IReadOnlyList<StratumShare> strata, ConfidenceLevel level)
    {
        var sum = new WeightedSum(strata);
        return new ConfidenceInterval(
            sum.Y == 0 ? 0 : Math.Clamp(Lower(sum, level.Tail), 0, sum.Y), Math.Clamp(Upper(sum, level.Tail), sum.Y, 1));
    }

    /// <summary>Explains how the limits are computed.</summary>
    public Explanation Explain(IReadOnlyList<StratumShare> strata, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var sum = new WeightedSum(strata);
        List<string> remarks = [];
        if (sum.Y == 0)
            remarks.Add("There are no cases, so the lower limit is 0 by definition.");
        if (Upper(sum, level.Tail) > 1)
            remarks.Add("A proportion cannot be greater than 1, so the upper limit is truncated to 1.");
        return new Explanation(
            Citation,
            [
                .. before,
                new("y", "Σ c·x/n, the sum over the strata", $"over {strata.Count} strata", sum.Y),
                new("v", "Σ (c/n)²·x, its Poisson variance", $"over {strata.Count} strata", sum.V),
                .. Steps(sum, level),
            ],
            remarks);
    }

    /// <summary>Computes the lower limit of a sum with cases.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="tail">α/2.</param>
    protected abstract double Lower(WeightedSum sum, double tail);

    /// <summary>Computes the upper limit.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="tail">α/2.</param>
    protected abstract double Upper(WeightedSum sum, double tail);

    /// <summary>Returns the steps from y and v to the limits.</summary>
    protected abstract IEnumerable<ExplanationStep> Steps(WeightedSum sum, ConfidenceLevel level);

    /// <summary>Returns the value below which a gamma variable of given mean and variance lies with a probability.</summary>
    protected static double LowerGamma(double mean, double variance, double tail) =>
        new GammaDistribution(mean * mean / variance).LowerQuantile(tail) * variance / mean;

    /// <summary>Returns the value above which a gamma variable of given mean and variance lies with a probability.</summary>
    protected static double UpperGamma(double mean, double variance, double tail) =>
        new GammaDistribution(mean * mean / variance).UpperQuantile(tail) * variance / mean;
}
