using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>Byar's approximation of the exact limits of a Poisson count, by the cube root.</summary>
public sealed class Byar : PoissonCountMethod
{
    /// <inheritdoc/>
    public override string Name => "byar";

    /// <inheritdoc/>
    public override string Title => "Byar";

    /// <inheritdoc/>
    public override string Formula => "O(1 − 1/9O − z/3√O)³/E to (O+1)(1 − 1/9(O+1) + z/3√(O+1))³/E";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Breslow NE, Day NE (1987). Statistical Methods in Cancer Research, vol. II. IARC Scientific Publications 82. Lyon: IARC (p. 69).");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To reproduce figures of public health offices that use it; close to the exact limits from about five cases.";

    /// <inheritdoc/>
    public override string Weakness => "An approximation of limits that can be computed; much too wide for common conditions.";

    /// <inheritdoc/>
    public override string AtTheEdges => "O = 0 gives 0 to (8/9 + z/3)³/E; a lower limit below 0 is 0.";

    /// <inheritdoc/>
    protected override double Lower(long cases, ConfidenceLevel level) =>
        Math.Max(0, CubeRootLimit(cases, -StandardNormal.UpperQuantile(level.Tail)));

    /// <inheritdoc/>
    protected override double Upper(long cases, ConfidenceLevel level) =>
        CubeRootLimit(cases + 1d, StandardNormal.UpperQuantile(level.Tail));

    /// <inheritdoc/>
    protected override IEnumerable<ExplanationStep> Steps(long cases, ConfidenceLevel level)
    {
        var z = StandardNormal.UpperQuantile(level.Tail);
        yield return new("z", "Φ⁻¹(1 − α/2), the normal quantile", $"Φ⁻¹(1 − {level.Alpha}/2)", z);
        if (cases > 0)
            yield return new("O_L", "O(1 − 1/9O − z/3√O)³", $"{cases}·(1 − 1/(9·{cases}) − {z}/(3·√{cases}))³", Lower(cases, level));
        yield return new(
            "O_U",
            "(O+1)(1 − 1/9(O+1) + z/3√(O+1))³",
            $"{cases + 1}·(1 − 1/(9·{cases + 1}) + {z}/(3·√{cases + 1}))³",
            Upper(cases, level));
    }

    private static double CubeRootLimit(double x, double z) => x * Math.Pow(1 - (1 / (9 * x)) + (z / (3 * Math.Sqrt(x))), 3);
}
