using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>The gamma interval of Fay and Feuer for a weighted sum of Poisson counts.</summary>
/// <remarks>The upper limit adds one case of the largest weight M, as the exact limit of one count adds a case.</remarks>
public sealed class FayFeuer : WeightedRateMethod
{
    /// <inheritdoc/>
    public override string Name => "fay-feuer";

    /// <inheritdoc/>
    public override string Title => "Fay–Feuer gamma";

    /// <inheritdoc/>
    public override string Formula =>
        "Γ⁻¹(α/2; y²/v, v/y) to Γ⁻¹(1−α/2; (y+M)²/(v+M²), (v+M²)/(y+M)), y = Σwx, v = Σw²x, w = c/n, M = max w";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Fay MP, Feuer EJ (1997). Confidence intervals for directly standardized rates: a method based on the gamma distribution. "
        + "Stat Med 16:791–801.",
        "10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "The usual choice for rare conditions: few cases in many strata, as of a rare disease; conservative.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Wide where the weights of the strata differ much; takes cases for Poisson counts, so it is too wide for common conditions.";

    /// <inheritdoc/>
    protected override double Lower(WeightedSum sum, double tail) => LowerGamma(sum.Y, sum.V, tail);

    /// <inheritdoc/>
    protected override double Upper(WeightedSum sum, double tail) =>
        UpperGamma(sum.Y + sum.LargestWeight, sum.V + (sum.LargestWeight * sum.LargestWeight), tail);

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(WeightedSum sum, ConfidenceLevel level)
    {
        var (y, v, m) = (sum.Y, sum.V, sum.LargestWeight);
        yield return new("M", "max c/n, the largest weight of a case", $"max c/n", m);
        if (y > 0)
            yield return new(
                ExplanationStep.Lower, "Γ⁻¹(α/2; y²/v, v/y), the quantile of the gamma distribution",
                $"Γ⁻¹({level.Tail}; {y * y / v}, {v / y})", Lower(sum, level.Tail));
        yield return new(
            ExplanationStep.Upper, "Γ⁻¹(1 − α/2; (y+M)²/(v+M²), (v+M²)/(y+M))",
            $"Γ⁻¹(1 − {level.Tail}; {(y + m) * (y + m) / (v + (m * m))}, {(v + (m * m)) / (y + m)})", Upper(sum, level.Tail));
    }
}
