using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The arcsine interval with Anscombe's correction.</summary>
/// <remarks>
/// p̃ = (x+3/8)/(n+3/4), sin²(asin√p̃ ± z/2√n). A limit on the wrong side of p̂ is set to p̂. The angle is kept within [0, π/2].
/// </remarks>
public sealed class Arcsine : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "arcsine";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["anscombe"];

    /// <inheritdoc/>
    public override string Title => "Arcsine (Anscombe)";

    /// <inheritdoc/>
    public override string Formula => "sin²(asin√p̃ ± z/2√n), p̃ = (x+3/8)/(n+3/4)";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Anscombe FJ (1948). The transformation of Poisson, binomial and negative-binomial data. Biometrika 35:246–254.",
        "10.1093/biomet/35.3-4.246");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To reproduce analyses that use a variance-stabilizing transformation, such as older meta-analyses.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Coverage falls below the level for p near 0 and 1, and the arcsine scale has no natural interpretation.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "The lower limit is 0 at 0/n and the upper limit is 1 at n/n; the other limit follows the formula.";

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (x, n, z) = (sample.X, sample.N, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        var p = (x + 0.375) / (n + 0.75);
        yield return new("p̃", "(x + 3/8) / (n + 3/4)", $"({x} + 0.375) / ({n} + 0.75)", p);
        var angle = Math.Asin(Math.Sqrt(p));
        yield return new("angle", "asin√p̃, in radians", $"asin√{p}", angle);
        var half = z / (2 * Math.Sqrt(n));
        yield return new("half width", "z/(2√n)", $"{z}/(2·√{n})", half);
        var (lower, upper) = (Math.Max(0, angle - half), Math.Min(Math.PI / 2, angle + half));
        yield return new(
            ExplanationStep.Lower,
            "sin²(angle − half width), at most p̂",
            $"sin²({lower})",
            Math.Min(sample.Estimate, Math.Pow(Math.Sin(lower), 2)));
        yield return new(
            ExplanationStep.Upper,
            "sin²(angle + half width), at least p̂",
            $"sin²({upper})",
            Math.Max(sample.Estimate, Math.Pow(Math.Sin(upper), 2)));
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level)
    {
        // The angle is computed from both ends of [0, π/2], so that a limit close to 1 is as accurate as one close to 0.
        var (x, y, n) = (sample.X, sample.NonCases, sample.N);
        var (cases, nonCases, half) = (Math.Sqrt(x + 0.375), Math.Sqrt(y + 0.375), sample.CriticalValue(level) / (2 * Math.Sqrt(n)));
        var fromZero = Math.Sin(Math.Max(0, Math.Atan2(cases, nonCases) - half));
        var fromOne = Math.Sin(Math.Min(Math.PI / 2, Math.Atan2(nonCases, cases) + half));
        var limit = new UnitPoint(fromZero * fromZero, fromOne * fromOne);
        // Compared at the end where the two differ by more than rounding.
        var passesEstimate = x < y ? limit.P > x / n : limit.Q < y / n;
        return passesEstimate ? new UnitPoint(x / n, y / n) : limit;
    }
}
