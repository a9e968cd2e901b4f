using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The Wilson score interval: all p that a score test does not reject.</summary>
/// <remarks>
/// (p̂ + z²/2n ± z√(p̂q̂/n + z²/4n²)) / (1 + z²/n). The limits are the roots of (n+z²)p² − (2x+z²)p + x²/n = 0; the lower one is
/// computed as the product of the roots divided by the upper one, which avoids cancellation when x is small.
/// </remarks>
public sealed class Wilson : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "wilson";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["score"];

    /// <inheritdoc/>
    public override string Title => "Wilson score";

    /// <inheritdoc/>
    public override string Formula => "(p̂ + z²/2n ± z√(p̂q̂/n + z²/4n²)) / (1 + z²/n)";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Wilson EB (1927). Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 22:209–212.",
        "10.1080/01621459.1927.10502953");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "The default for simple random samples of any size: average coverage close to the level, and limits that stay between 0 and 1.";

    /// <inheritdoc/>
    public override string Weakness => "Coverage falls below the level for some p close to 0 or 1.";

    /// <inheritdoc/>
    public override string AtTheEdges => "0/n gives 0 to z²/(n+z²); n/n is the mirror image.";

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (n, p, q, z) = (sample.N, sample.Estimate, sample.Complement, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        var centre = (p + (z * z / (2 * n))) / (1 + (z * z / n));
        yield return new("centre", "(p̂ + z²/2n) / (1 + z²/n)", $"({p} + {z}²/(2·{n})) / (1 + {z}²/{n})", centre);
        var half = z * Math.Sqrt((p * q / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        yield return new(
            "half width",
            "z√(p̂q̂/n + z²/4n²) / (1 + z²/n)",
            $"{z}·√({p}·{q}/{n} + {z}²/(4·{n}²)) / (1 + {z}²/{n})",
            half);
        yield return new(ExplanationStep.Lower, "centre − half width", $"{centre} − {half}", centre - half);
        yield return new(ExplanationStep.Upper, "centre + half width", $"{centre} + {half}", centre + half);
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level) =>
        ScoreLimit(sample.X, sample.NonCases, sample.N, sample.CriticalValue(level));

    /// <summary>Returns the lower root of the score equation, and its complement.</summary>
    internal static UnitPoint ScoreLimit(double x, double y, double n, double z)
    {
        var root = z * Math.Sqrt((x * (y / n)) + (z * z / 4));
        var p = x * (x / n) / (x + (z * z / 2) + root);
        var q = (y + (z * z / 2) + root) / (n + (z * z));
        return new UnitPoint(p, q);
    }
}
