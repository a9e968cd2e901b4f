using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>The modified gamma interval of Tiwari, Clegg and Zou for a weighted sum of Poisson counts.</summary>
/// <remarks>
/// The upper limit adds a case of the mean weight, and of the mean squared weight to the variance, instead of the largest.
/// </remarks>
public sealed class Tiwari : WeightedRateMethod
{
    /// <inheritdoc/>
    public override string Name => "tiwari";

    /// <inheritdoc/>
    public override string Title => "Tiwari modified gamma";

    /// <inheritdoc/>
    public override string Formula =>
        "Γ⁻¹(α/2; y²/v, v/y) to Γ⁻¹(1−α/2; (y+w̄)²/(v+w̄₂), (v+w̄₂)/(y+w̄)), w̄ and w̄₂ the means of w = c/n and w²";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Tiwari RC, Clegg LX, Zou Z (2006). Efficient interval estimation for age-adjusted cancer rates. Stat Methods Med Res 15:547–569.",
        "10.1177/0962280206070621");

    /// <inheritdoc/>
    public override string WhenToUse => "As published by cancer registries (SEER*Stat): narrower than Fay–Feuer where the weights differ.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage can fall below the level; takes cases for Poisson counts.";

    /// <inheritdoc/>
    public override string AtTheEdges => "No cases give 0 to Γ⁻¹(1−α/2; w̄²/w̄₂, w̄₂/w̄); the upper limit is never more than 1.";

    /// <inheritdoc/>
    protected override double Lower(WeightedSum sum, double tail) => LowerGamma(sum.Y, sum.V, tail);

    /// <inheritdoc/>
    protected override double Upper(WeightedSum sum, double tail) => UpperGamma(
        sum.Y + sum.MeanWeight, sum.V + sum.MeanSquaredWeight, tail);

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(WeightedSum sum, ConfidenceLevel level)
    {
        var (y, v, w, w2) = (sum.Y, sum.V, sum.MeanWeight, sum.MeanSquaredWeight);
        yield return new("w̄", "the mean of c/n over the strata", $"mean c/n", w);
        yield return new("w̄₂", "the mean of (c/n)² over the strata", $"mean (c/n)²", w2);
        if (y > 0)
            yield return new(
                ExplanationStep.Lower, "Γ⁻¹(α/2; y²/v, v/y), the quantile of the gamma distribution",
                $"Γ⁻¹({level.Tail}; {y * y / v}, {v / y})", Lower(sum, level.Tail));
        yield return new(
            ExplanationStep.Upper, "Γ⁻¹(1 − α/2; (y+w̄)²/(v+w̄₂), (v+w̄₂)/(y+w̄))",
            $"Γ⁻¹(1 − {level.Tail}; {(y + w) * (y + w) / (v + w2)}, {(v + w2) / (y + w)})", Upper(sum, level.Tail));
    }
}
