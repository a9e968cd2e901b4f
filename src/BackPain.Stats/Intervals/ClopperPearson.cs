using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The exact Clopper–Pearson interval: all p that neither one-sided binomial test rejects at α/2.</summary>
/// <remarks>L = I⁻¹(α/2; x, n−x+1) and U = I⁻¹(1−α/2; x+1, n−x), where I⁻¹ is the quantile of the beta distribution.</remarks>
public sealed class ClopperPearson : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "clopper-pearson";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["exact", "beta", "korn-graubard"];

    /// <inheritdoc/>
    public override string Title => "Clopper–Pearson exact";

    /// <inheritdoc/>
    public override string Formula => "I⁻¹(α/2; x, n−x+1) to I⁻¹(1−α/2; x+1, n−x), I⁻¹ the beta quantile";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Clopper CJ, Pearson ES (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. "
        + "Biometrika 26:404–413.",
        "10.1093/biomet/26.4.404");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When coverage must never fall below the level, whatever p is: small samples, regulators, rare conditions.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Conservative: average coverage exceeds the level, so it is wider than other good intervals.";

    /// <inheritdoc/>
    public override string AtTheEdges => "0/n gives 0 to 1 − (α/2)^(1/n); n/n is the mirror image.";

    /// <inheritdoc/>
    public override bool HasQuantile => false;

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, y) = (sample.X, sample.NonCases);
        yield return Tail(level);
        if (x > 0)
        {
            yield return new(
                ExplanationStep.Lower,
                "I⁻¹(α/2; x, n−x+1), the quantile of the beta distribution",
                $"I⁻¹({level.Tail}; {x}, {y + 1})",
                interval.Lower);
            yield return new(
                "check",
                "P(X ≥ x) at the lower limit, which is α/2",
                $"P(X ≥ {x} | {sample.N}, {interval.Lower})",
                new BetaDistribution(x, y + 1).LowerTail(Lower(sample, level)));
        }
        if (y > 0)
        {
            yield return new(
                ExplanationStep.Upper,
                "I⁻¹(1 − α/2; x+1, n−x), the quantile of the beta distribution",
                $"I⁻¹(1 − {level.Tail}; {x + 1}, {y})",
                interval.Upper);
            yield return new(
                "check",
                "P(X ≤ x) at the upper limit, which is α/2",
                $"P(X ≤ {x} | {sample.N}, {interval.Upper})",
                new BetaDistribution(y, x + 1).LowerTail(Lower(sample.Mirrored(), level)));
        }
    }

    /// <inheritdoc/>
    /// <remarks>From the Zubkov–Serov inequality.</remarks>
    public override LikelihoodBracket? BracketOfLower(Proportion proportion, ConfidenceLevel level) =>
        new(LikelihoodLimit.Of(proportion, level.Tail, more: -1), LikelihoodLimit.Of(proportion, level.Tail));

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level) =>
        UnitPoint.FromLogit(new BetaDistribution(sample.X, sample.NonCases + 1).LowerQuantileLogit(level.Tail));
}
