using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>The mid-P limits of a Poisson count: the exact tails with half the probability of the count itself.</summary>
public sealed class PoissonMidP : PoissonCountMethod
{
    /// <inheritdoc/>
    public override string Name => "poisson-mid-p";

    /// <inheritdoc/>
    public override string Title => "Mid-P Poisson";

    /// <inheritdoc/>
    public override string Formula => "the μ at which ½P(X=O) + P(X>O) = α/2 to that at which ½P(X=O) + P(X<O) = α/2, over E";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Cohen GR, Yang SY (1994). Mid-P confidence intervals for the Poisson expectation. Stat Med 13:2189–2203.",
        "10.1002/sim.4780132102");

    /// <inheritdoc/>
    public override string WhenToUse => "Few cases of a rare condition, where exact limits are wider than need be.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage is close to the level but not guaranteed; much too wide for common conditions.";

    /// <inheritdoc/>
    public override string AtTheEdges => "O = 0 gives 0 to −ln(α)/E.";

    /// <inheritdoc/>
    protected override double Lower(long cases, ConfidenceLevel level)
    {
        // P(X ≥ O) and P(X > O) of a Poisson variable are lower tails of gamma distributions; their mean is α/2.
        var (larger, smaller) = (new GammaDistribution(cases), new GammaDistribution(cases + 1d));
        return larger.Solve(-StandardNormal.UpperQuantile(level.Tail), mu => Half(
            larger.LogLowerTail(mu), smaller.LogLowerTail(mu), larger.LogKernel(mu), smaller.LogKernel(mu), level.Alpha, 1));
    }

    /// <inheritdoc/>
    protected override double Upper(long cases, ConfidenceLevel level)
    {
        if (cases == 0)
            return -Math.Log(level.Alpha);
        var (smaller, larger) = (new GammaDistribution(cases), new GammaDistribution(cases + 1d));
        return larger.Solve(StandardNormal.UpperQuantile(level.Tail), mu => Half(
            larger.LogUpperTail(mu), smaller.LogUpperTail(mu), larger.LogKernel(mu), smaller.LogKernel(mu), level.Alpha, -1));
    }

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(long cases, ConfidenceLevel level)
    {
        if (cases > 0)
            yield return new(
                "O_L",
                "the μ at which ½P(X=O) + P(X>O) = α/2",
                $"μ with ½P(X={cases}) + P(X>{cases}) = {level.Tail}",
                Lower(cases, level));
        yield return new(
            "O_U", "the μ at which ½P(X=O) + P(X<O) = α/2", $"μ with ½P(X={cases}) + P(X<{cases}) = {level.Tail}", Upper(cases, level));
    }

    /// <summary>Returns the log of the sum of two tails less that of α, rising in μ, and its slope with respect to log μ.</summary>
    private static (double Value, double Slope) Half(
        double logLarger, double logSmaller, double logKernel, double otherLogKernel, double alpha, int sign)
    {
        var log = logLarger + Math.Log(1 + Math.Exp(logSmaller - logLarger));
        return (sign * (log - Math.Log(alpha)), (Math.Exp(logKernel) + Math.Exp(otherLogKernel)) / Math.Exp(log));
    }
}
