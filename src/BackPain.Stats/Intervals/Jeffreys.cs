using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The Jeffreys interval: the equal-tailed posterior interval under a beta(½, ½) prior.</summary>
/// <remarks>L = I⁻¹(α/2; x+½, n−x+½), U = I⁻¹(1−α/2; x+½, n−x+½); L = 0 at x = 0 and U = 1 at x = n.</remarks>
public sealed class Jeffreys : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "jeffreys";

    /// <inheritdoc/>
    public override string Title => "Jeffreys";

    /// <inheritdoc/>
    public override string Formula => "I⁻¹(α/2; x+½, n−x+½) to I⁻¹(1−α/2; x+½, n−x+½), I⁻¹ the beta quantile";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Brown LD, Cai TT, DasGupta A (2001). Interval estimation for a binomial proportion. Stat Sci 16:101–133.",
        "10.1214/ss/1009213286");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "Small samples and rare conditions, when an interval that also has a Bayesian interpretation is welcome.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage is clearly below the level in two narrow ranges of p near 0 and 1.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "The lower limit is 0 at 0/n and the upper limit is 1 at n/n; the other limit is the beta quantile.";

    /// <inheritdoc/>
    public override bool HasQuantile => false;

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, y) = (sample.X, sample.NonCases);
        yield return Tail(level);
        if (x > 0)
            yield return new(
                ExplanationStep.Lower,
                "I⁻¹(α/2; x+½, n−x+½), the quantile of the beta distribution",
                $"I⁻¹({level.Tail}; {x + 0.5}, {y + 0.5})",
                interval.Lower);
        if (y > 0)
            yield return new(
                ExplanationStep.Upper,
                "I⁻¹(1 − α/2; x+½, n−x+½), the quantile of the beta distribution",
                $"I⁻¹(1 − {level.Tail}; {x + 0.5}, {y + 0.5})",
                interval.Upper);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Beta(x+½, n−x+½) lies between beta(x, n−x+1) and beta(x+1, n−x), so the limit lies between the Clopper–Pearson limits of x and x+1.
    /// </remarks>
    public override LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) =>
        new(LikelihoodLimit.Of(proportion, level.Tail, more: -1), LikelihoodLimit.Of(proportion, level.Tail, more: 1));

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level) =>
        UnitPoint.FromLogit(new BetaDistribution(sample.X + 0.5, sample.NonCases + 0.5).LowerQuantileLogit(level.Tail));
}
