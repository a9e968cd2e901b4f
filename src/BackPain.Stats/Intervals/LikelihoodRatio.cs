using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The likelihood-ratio interval: all p whose deviance from the estimate is at most z².</summary>
/// <remarks>
/// {p : 2[ℓ(p̂) − ℓ(p)] ≤ z²} with ℓ(p) = x·log p + (n−x)·log q. As a function of the log-odds, the deviance is convex with slope 2(np −
/// x).
/// </remarks>
public sealed class LikelihoodRatio : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "likelihood";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["lr"];

    /// <inheritdoc/>
    public override string Title => "Likelihood ratio";

    /// <inheritdoc/>
    public override string Formula => "{p : 2[ℓ(p̂) − ℓ(p)] ≤ z²}, ℓ(p) = x·log p + (n−x)·log q";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Wilks SS (1938). The large-sample distribution of the likelihood ratio for testing composite hypotheses. Ann Math Stat 9:60–62.",
        "10.1214/aoms/1177732360");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When other quantities of the same study have profile-likelihood intervals, for example from a regression.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage falls below the level near 0 and 1; too short at 0/n and n/n.";

    /// <inheritdoc/>
    public override string AtTheEdges => "0/n gives 0 to 1 − exp(−z²/2n); n/n is the mirror image.";

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, y, z) = (sample.X, sample.NonCases, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        yield return new("allowed deviance", "z²", $"{z}²", z * z);
        if (x > 0)
            yield return new(
                ExplanationStep.Lower,
                "the p below p̂ at which 2[ℓ(p̂) − ℓ(p)] = z²",
                $"p with 2[ℓ({sample.Estimate}) − ℓ(p)] = {z * z}",
                interval.Lower);
        if (x > 0)
            yield return DevianceAt(interval.Lower, Lower(sample, level));
        if (y > 0)
            yield return new(
                ExplanationStep.Upper,
                "the p above p̂ at which 2[ℓ(p̂) − ℓ(p)] = z²",
                $"p with 2[ℓ({sample.Estimate}) − ℓ(p)] = {z * z}",
                interval.Upper);
        if (y > 0)
            yield return DevianceAt(interval.Upper, Lower(sample.Mirrored(), level).Mirrored());

        ExplanationStep DevianceAt(double p, UnitPoint at) => new(
            "check",
            "2[ℓ(p̂) − ℓ(p)], ℓ(p) = x·log p + (n−x)·log(1−p)",
            $"2·[ℓ({sample.Estimate}) − ℓ({p})]",
            2 * HalfDeviance(sample, at, SaddlePoint.Lambda(x, y, at)));
    }

    /// <inheritdoc/>
    /// <remarks>Both bounds are the limit itself.</remarks>
    public override LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) =>
        new(LikelihoodLimit.Of(proportion, level.Tail), LikelihoodLimit.Of(proportion, level.Tail));

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level)
    {
        var (x, y, n) = (sample.X, sample.NonCases, sample.N);
        var z = sample.CriticalValue(level);
        if (y == 0)
            return new UnitPoint(Math.Exp(-z * z / (2 * n)), -Elementary.Expm1(-z * z / (2 * n)));
        var start = Wilson.ScoreLimit(x, y, n, z);
        return UnitPoint.FromLogit(RootOnLogit.Rising(
            at =>
            {
                var belowEstimate = SaddlePoint.Lambda(x, y, at);
                return ((z * z / 2) - HalfDeviance(sample, at, belowEstimate), belowEstimate);
            },
            Math.Log(start.P / start.Q),
            upper: Math.Log(x / y)));
    }

    /// <summary>ℓ(p̂) − ℓ(p), from the distance λ = x − np, so that nothing cancels.</summary>
    private static double HalfDeviance(EffectiveSample sample, UnitPoint at, double lambda) =>
        SaddlePoint.Deviance(sample.X, sample.N * at.P, lambda) + SaddlePoint.Deviance(sample.NonCases, sample.N * at.Q, -lambda);
}
