using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The mid-P interval: the Clopper–Pearson interval with only half the probability of the observed count included.</summary>
/// <remarks>
/// L solves ½P(X=x) + P(X&gt;x) = α/2. Since P(X=x) = P(X≥x) − P(X&gt;x), the left-hand side is the mean of these two tails.
/// </remarks>
public sealed class MidP : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "mid-p";

    /// <inheritdoc/>
    public override string Title => "Mid-P exact";

    /// <inheritdoc/>
    public override string Formula => "L: ½P(X=x) + P(X>x) = α/2; U: ½P(X=x) + P(X<x) = α/2";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Lancaster HO (1961). Significance tests in discrete distributions. J Am Stat Assoc 56:223–234.",
        "10.1080/01621459.1961.10482105");

    /// <inheritdoc/>
    public override string WhenToUse => "Small samples, when the exact interval is considered too wide; recommended by OpenEpi.";

    /// <inheritdoc/>
    public override string Weakness => "No guarantee: coverage falls slightly below the level for some p.";

    /// <inheritdoc/>
    public override string AtTheEdges => "0/n gives 0 to 1 − α^(1/n); n/n is the mirror image.";

    /// <inheritdoc/>
    public override bool HasQuantile => false;

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var x = sample.X;
        yield return Tail(level);
        if (x > 0)
        {
            var (own, beyond) = TailsAtLimit(sample, level);
            yield return new(
                ExplanationStep.Lower,
                "the p at which ½P(X=x) + P(X>x) = α/2",
                $"p with ½P(X={x}) + P(X>{x}) = {level.Tail}",
                interval.Lower);
            yield return new(
                "check",
                "½P(X=x) + P(X>x) at the lower limit",
                $"½·{own - beyond} + {beyond}",
                (own + beyond) / 2);
        }
        if (sample.NonCases > 0)
        {
            var (own, beyond) = TailsAtLimit(sample.Mirrored(), level);
            yield return new(
                ExplanationStep.Upper,
                "the p at which ½P(X=x) + P(X<x) = α/2",
                $"p with ½P(X={x}) + P(X<{x}) = {level.Tail}",
                interval.Upper);
            yield return new(
                "check",
                "½P(X=x) + P(X<x) at the upper limit",
                $"½·{own - beyond} + {beyond}",
                (own + beyond) / 2);
        }
    }

    /// <summary>Returns P(X≥x) and P(X&gt;x) at the lower limit.</summary>
    private (double Own, double Beyond) TailsAtLimit(EffectiveSample sample, ConfidenceLevel level)
    {
        var (x, y, at) = (sample.X, sample.NonCases, Lower(sample, level));
        return (new BetaDistribution(x, y + 1).LowerTail(at), y == 0 ? 0 : new BetaDistribution(x + 1, y).LowerTail(at));
    }

    /// <inheritdoc/>
    /// <remarks>The mean of P(X≥x) and P(X&gt;x) is α/2, so the limit lies between the Clopper–Pearson limits of x and x+1.</remarks>
    public override LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) =>
        new(LikelihoodLimit.Of(proportion, level.Tail, more: -1), LikelihoodLimit.Of(proportion, level.Tail, more: 1));

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level)
    {
        var (x, y, n) = (sample.X, sample.NonCases, sample.N);
        if (y == 0)
            return new UnitPoint(Math.Exp(Math.Log(level.Alpha) / n), -Elementary.Expm1(Math.Log(level.Alpha) / n));
        var atLeast = new BetaDistribution(x, y + 1);
        var moreThan = new BetaDistribution(x + 1, y);
        var target = Math.Log(level.Alpha);
        var start = Wilson.ScoreLimit(x, y, n, sample.CriticalValue(level));
        return UnitPoint.FromLogit(RootOnLogit.Rising(
            at =>
            {
                var larger = atLeast.LogLowerTail(at);
                var log = larger + Elementary.Log1p(Math.Exp(moreThan.LogLowerTail(at) - larger));
                return (log - target, (atLeast.DensityOnLogit(at) + moreThan.DensityOnLogit(at)) / Math.Exp(log));
            },
            Math.Log(start.P / start.Q)));
    }
}
