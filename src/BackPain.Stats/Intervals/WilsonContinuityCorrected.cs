using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The Wilson score interval with a continuity correction.</summary>
/// <remarks>
/// L = (2np̂+z²−1 − z√(z²−2−1/n+4p̂(nq̂+1))) / (2(n+z²)), U with the signs reversed. L equals the lower
/// Wilson limit for x − ½ cases and U the upper Wilson limit for x + ½ cases, which is how they are computed.
/// </remarks>
public sealed class WilsonContinuityCorrected : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "wilson-cc";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["fleiss"];

    /// <inheritdoc/>
    public override string Title => "Wilson score, continuity-corrected";

    /// <inheritdoc/>
    public override string Formula => "(2np̂+z²∓1 ∓ z√(z²∓2−1/n+4p̂(nq̂±1))) / (2(n+z²))";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Newcombe RG (1998). Two-sided confidence intervals for the single proportion: comparison of seven methods. "
        + "Stat Med 17:857–872 (method 4).",
        "10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "When coverage close to that of the exact interval is wanted from a closed formula, "
        + "or to reproduce Fleiss's textbook and Epi Info.";

    /// <inheritdoc/>
    public override string Weakness => "Conservative: wider than necessary, especially in small samples.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "The lower limit is 0 at 0/n and the upper limit is 1 at n/n; the other limit follows the formula.";

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, n, p, q, z) = (sample.X, sample.N, sample.Estimate, sample.Complement, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        var below = z * Math.Sqrt((z * z) - 2 - (1 / n) + (4 * p * ((n * q) + 1)));
        if (x > 0)
            yield return new(
                ExplanationStep.Lower,
                "(2np̂ + z² − 1 − z√(z² − 2 − 1/n + 4p̂(nq̂+1))) / (2(n + z²))",
                $"(2·{x} + {z}² − 1 − {z}·√({z}² − 2 − 1/{n} + 4·{p}·({n}·{q} + 1))) / (2·({n} + {z}²))",
                ((2 * x) + (z * z) - 1 - below) / (2 * (n + (z * z))));
        var above = z * Math.Sqrt((z * z) + 2 - (1 / n) + (4 * p * ((n * q) - 1)));
        if (sample.NonCases > 0)
            yield return new(
                ExplanationStep.Upper,
                "(2np̂ + z² + 1 + z√(z² + 2 − 1/n + 4p̂(nq̂−1))) / (2(n + z²))",
                $"(2·{x} + {z}² + 1 + {z}·√({z}² + 2 − 1/{n} + 4·{p}·({n}·{q} − 1))) / (2·({n} + {z}²))",
                ((2 * x) + (z * z) + 1 + above) / (2 * (n + (z * z))));
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level) =>
        sample.X <= 0.5
            ? new UnitPoint(0, 1)
            : Wilson.ScoreLimit(sample.X - 0.5, sample.NonCases + 0.5, sample.N, sample.CriticalValue(level));
}
