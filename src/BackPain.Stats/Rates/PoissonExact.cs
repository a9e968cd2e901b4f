using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>The exact limits of a Poisson count.</summary>
public sealed class PoissonExact : PoissonCountMethod
{
    /// <inheritdoc/>
    public override string Name => "poisson-exact";

    /// <inheritdoc/>
    public override string Title => "Exact Poisson";

    /// <inheritdoc/>
    public override string Formula => "Γ⁻¹(α/2; O)/E to Γ⁻¹(1−α/2; O+1)/E, Γ⁻¹ the gamma quantile; the same as χ² quantiles halved";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Garwood F (1936). Fiducial limits for the Poisson distribution. Biometrika 28:437–442.", "10.1093/biomet/28.3-4.437");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "Few cases of a rare condition: the interval of standardized mortality and morbidity ratios in most textbooks.";

    /// <inheritdoc/>
    public override string Weakness => "Conservative, and much too wide for common conditions, whose cases vary less than Poisson counts.";

    /// <inheritdoc/>
    public override string AtTheEdges => "O = 0 gives 0 to −ln(α/2)/E.";

    /// <summary>Returns the expected count at which the observed cases or more have the probability <paramref name="tail"/>.</summary>
    internal static double LowerLimit(long cases, double tail) => cases == 0 ? 0 : new GammaDistribution(cases).LowerQuantile(tail);

    /// <summary>Returns the expected count at which the observed cases or fewer have the probability <paramref name="tail"/>.</summary>
    internal static double UpperLimit(long cases, double tail) => new GammaDistribution(cases + 1d).UpperQuantile(tail);

    /// <inheritdoc/>
    protected override double Lower(long cases, ConfidenceLevel level) => LowerLimit(cases, level.Tail);

    /// <inheritdoc/>
    protected override double Upper(long cases, ConfidenceLevel level) => UpperLimit(cases, level.Tail);

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(long cases, ConfidenceLevel level)
    {
        if (cases > 0)
            yield return new(
                "O_L", "Γ⁻¹(α/2; O), the quantile of the gamma distribution", $"Γ⁻¹({level.Tail}; {cases})", Lower(cases, level));
        yield return new("O_U", "Γ⁻¹(1 − α/2; O+1)", $"Γ⁻¹(1 − {level.Tail}; {cases + 1})", Upper(cases, level));
    }
}
