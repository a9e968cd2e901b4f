using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The Agresti–Coull interval: a Wald interval centred on the midpoint of the Wilson interval.</summary>
/// <remarks>ñ = n+z², p̃ = (x+z²/2)/ñ, p̃ ± z√(p̃q̃/ñ), truncated to [0, 1]. The reported estimate remains p̂.</remarks>
public sealed class AgrestiCoull : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "agresti-coull";

    /// <inheritdoc/>
    public override string Title => "Agresti–Coull";

    /// <inheritdoc/>
    public override string Formula => "p̃ ± z√(p̃q̃/ñ), ñ = n+z², p̃ = (x+z²/2)/ñ";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Agresti A, Coull BA (1998). Approximate is better than “exact” for interval estimation of binomial proportions. "
        + "Am Stat 52:119–126.",
        "10.1080/00031305.1998.10480550");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "For teaching and hand calculation with 40 or more persons: as simple as the Wald interval, with good coverage.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Wider than the Wilson interval, which it approximates, and may extend below 0 or above 1 before truncation.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "The lower limit is 0 at 0/n and the upper limit is 1 at n/n; the other limit follows the formula.";

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, z) = (sample.X, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        var n = sample.N + (z * z);
        yield return new("ñ", "n + z²", $"{sample.N} + {z}²", n);
        var p = (x + (z * z / 2)) / n;
        yield return new("p̃", "(x + z²/2) / ñ", $"({x} + {z}²/2) / {n}", p);
        var q = (sample.NonCases + (z * z / 2)) / n;
        var half = z * Math.Sqrt(p * q / n);
        yield return new("half width", "z√(p̃q̃/ñ)", $"{z}·√({p}·{q}/{n})", half);
        yield return new(ExplanationStep.Lower, "p̃ − half width", $"{p} − {half}", p - half);
        yield return new(ExplanationStep.Upper, "p̃ + half width", $"{p} + {half}", p + half);
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level)
    {
        var z = sample.CriticalValue(level);
        var n = sample.N + (z * z);
        var p = (sample.X + (z * z / 2)) / n;
        var q = (sample.NonCases + (z * z / 2)) / n;
        var half = z * Math.Sqrt(p * q / n);
        return new UnitPoint(p - half, q + half);
    }
}
