using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>Blaker's exact interval: the smallest interval that contains every p whose acceptability exceeds α.</summary>
/// <remarks>
/// The acceptability of p below p̂ is P(X≥x) + P(X≤k), where k is the largest count whose lower tail P(X≤k) does not exceed P(X≥x).
/// It jumps where k changes, that is, where P(X≤k+1) = P(X≥x). Below the Clopper–Pearson limit it is less than α; immediately after
/// any jump above that limit it is greater than α. The limit is therefore the first such jump or the point before it at which
/// P(X≥x) + P(X≤k) reaches α, whichever comes first: two root searches and no grid.
/// </remarks>
public sealed class Blaker : IntervalMethod
{
    // A sum of tails below α by more than this tolerance is the value just before a jump.
    private const double Visible = 1e-9;

    /// <inheritdoc/>
    public override string Name => "blaker";

    /// <inheritdoc/>
    public override string Title => "Blaker exact";

    /// <inheritdoc/>
    public override string Formula => "hull of {p : P(tail of x) + P(largest opposite tail no larger) > α}";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Blaker H (2000). Confidence curves and improved exact confidence intervals for discrete distributions. Can J Stat 28:783–798.",
        "10.2307/3315916");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When coverage must never fall below the level, but the interval should be no wider than Clopper–Pearson.";

    /// <inheritdoc/>
    public override string Weakness => "Still conservative, hard to explain, and without a closed formula.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "The lower limit is 0 at 0/n and the upper limit is 1 at n/n; the other limit follows the definition.";

    /// <inheritdoc/>
    public override bool HasQuantile => false;

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, y) = (sample.X, sample.NonCases);
        yield return new("α", "1 − level", $"1 − {level.Value}", level.Alpha);
        if (x > 0)
        {
            var (own, opposite, k) = TailsAtLimit(sample, level);
            yield return new(
                ExplanationStep.Lower,
                "the smallest p whose acceptability is α or more",
                $"p with P(X≥{x}) + P(X<{k + 1}) ≥ {level.Alpha}",
                interval.Lower);
            yield return new(
                "check",
                "P(X≥x) plus the opposite tail at the lower limit: α, or more where the opposite tail has a jump",
                $"{own} + {opposite}",
                own + opposite);
        }
        if (y > 0)
        {
            var (own, opposite, nonCases) = TailsAtLimit(sample.Mirrored(), level);
            yield return new(
                ExplanationStep.Upper,
                "the largest p whose acceptability is α or more",
                $"p with P(X≤{x}) + P(X>{sample.N - nonCases - 1}) ≥ {level.Alpha}",
                interval.Upper);
            yield return new(
                "check",
                "P(X≤x) plus the opposite tail at the upper limit: α, or more where the opposite tail has a jump",
                $"{own} + {opposite}",
                own + opposite);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The limit lies between the Clopper–Pearson limit and the one-sided limit, which leaves all of α in one tail.</remarks>
    public override LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) =>
        new(LikelihoodLimit.Of(proportion, level.Tail, more: -1), LikelihoodLimit.Of(proportion, level.Alpha));

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level)
    {
        var alpha = level.Alpha;
        var atLeastX = new BetaDistribution(sample.X, sample.NonCases + 1);
        var clopperPearson = atLeastX.LowerQuantileLogit(alpha / 2);
        var oneSided = atLeastX.LowerQuantileLogit(alpha);
        var opposite = OppositeTail.Largest(sample, UnitPoint.FromLogit(clopperPearson), alpha / 2);

        var (atMostNext, end) = (opposite.Next.AtMost, UnitPoint.FromLogit(oneSided));
        // An effective sample need not be a whole number: beyond n, P(X≤k+1) is 1 and there is no jump.
        var jump = opposite.Next.Rest > 0 && atMostNext.UpperTail(end) < atLeastX.LowerTail(end)
            ? RootOnLogit.Rising(TailsMeet(atLeastX, atMostNext), clopperPearson, clopperPearson, oneSided)
            : oneSided;
        if (opposite.K < 0)
            return UnitPoint.FromLogit(jump);

        var sum = TailsSumTo(alpha, atLeastX, opposite.AtMost);
        var reached = sum(UnitPoint.FromLogit(jump)).Value > 0 ? RootOnLogit.Rising(sum, jump, clopperPearson, jump) : jump;
        return UnitPoint.FromLogit(reached);
    }

    /// <summary>Returns P(X≥x) and P(X≤k) at the lower limit, and k, which is one higher immediately after a jump.</summary>
    private (double Own, double Opposite, double K) TailsAtLimit(EffectiveSample sample, ConfidenceLevel level)
    {
        var (limit, atLeastX) = (Lower(sample, level), new BetaDistribution(sample.X, sample.NonCases + 1));
        var own = atLeastX.LowerTail(limit);
        var opposite = OppositeTail.Largest(sample, UnitPoint.FromLogit(atLeastX.LowerQuantileLogit(level.Tail)), level.Tail);
        if (own + opposite.At(limit) < level.Alpha - Visible)
            opposite = opposite.Next;
        return (own, opposite.At(limit), opposite.K);
    }

    /// <summary>log P(X≥x) − log P(X≤k+1), which increases with p.</summary>
    private static Func<UnitPoint, (double Value, double Slope)> TailsMeet(BetaDistribution atLeast, BetaDistribution atMost) => at =>
    {
        var (lower, upper) = (atLeast.LowerTail(at), atMost.UpperTail(at));
        return (Math.Log(lower / upper), (atLeast.DensityOnLogit(at) / lower) + (atMost.DensityOnLogit(at) / upper));
    };

    /// <summary>log (P(X≥x) + P(X≤k)) − log α.</summary>
    private static Func<UnitPoint, (double Value, double Slope)> TailsSumTo(
        double alpha, BetaDistribution atLeast, BetaDistribution atMost) => at =>
    {
        var sum = atLeast.LowerTail(at) + atMost.UpperTail(at);
        return (Math.Log(sum / alpha), (atLeast.DensityOnLogit(at) - atMost.DensityOnLogit(at)) / sum);
    };
}
