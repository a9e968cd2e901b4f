using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The Wald interval with a continuity correction.</summary>
/// <remarks>p̂ ± (z√(p̂q̂/n) + 1/2n), truncated to [0, 1].</remarks>
public sealed class WaldContinuityCorrected : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "wald-cc";

    /// <inheritdoc/>
    public override string Title => "Wald, continuity-corrected";

    /// <inheritdoc/>
    public override string Formula => "p̂ ± (z√(p̂q̂/n) + 1/2n)";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Newcombe RG (1998). Two-sided confidence intervals for the single proportion: comparison of seven methods. "
        + "Stat Med 17:857–872 (method 2).",
        "10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E");

    /// <inheritdoc/>
    public override string WhenToUse => "Only to reproduce published figures that used it.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage is still below the level for small n or p; may extend below 0.";

    /// <inheritdoc/>
    public override string AtTheEdges => "0/n gives 0 to 1/2n; n/n is the mirror image.";

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (n, p, q, z) = (sample.N, sample.Estimate, sample.Complement, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        var half = (z * Math.Sqrt(p * q / n)) + (1 / (2 * n));
        yield return new("half width", "z√(p̂q̂/n) + 1/2n", $"{z}·√({p}·{q}/{n}) + 1/(2·{n})", half);
        yield return new(ExplanationStep.Lower, "p̂ − half width", $"{p} − {half}", p - half);
        yield return new(ExplanationStep.Upper, "p̂ + half width", $"{p} + {half}", p + half);
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level) =>
        Wald.Around(sample, Wald.HalfWidth(sample, level) + (1 / (2 * sample.N)));
}
