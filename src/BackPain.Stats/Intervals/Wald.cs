using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Intervals;

/// <summary>The textbook Wald interval.</summary>
/// <remarks>p̂ ± z√(p̂q̂/n), truncated to [0, 1].</remarks>
public sealed class Wald : IntervalMethod
{
    /// <inheritdoc/>
    public override string Name => "wald";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["normal", "mean"];

    /// <inheritdoc/>
    public override string Title => "Wald";

    /// <inheritdoc/>
    public override string Formula => "p̂ ± z√(p̂q̂/n)";

    /// <inheritdoc/>
    public override Reference Reference => new("Laplace PS (1812). Théorie analytique des probabilités. Paris: Courcier.");

    /// <inheritdoc/>
    public override string WhenToUse => "Only to reproduce published figures that used it.";

    /// <inheritdoc/>
    public override string Weakness =>
        "Coverage is far below the level unless n is large and p is near ½; may extend below 0; zero width at 0/n and n/n.";

    /// <inheritdoc/>
    public override string AtTheEdges => "0/n gives 0 to 0 and n/n gives 1 to 1, with the note degenerate-interval.";

    /// <inheritdoc/>
    public override bool HasEdges => false;

    /// <inheritdoc/>
    public override Note? NoteOn(EffectiveSample sample) => sample.X == 0 || sample.NonCases == 0 ? Note.DegenerateInterval : null;

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(
        EffectiveSample sample, ConfidenceInterval interval, ConfidenceLevel level)
    {
        var (n, p, q, z) = (sample.N, sample.Estimate, sample.Complement, sample.CriticalValue(level));
        yield return Quantile(sample, level);
        var half = z * Math.Sqrt(p * q / n);
        yield return new("half width", "z√(p̂q̂/n)", $"{z}·√({p}·{q}/{n})", half);
        yield return new(ExplanationStep.Lower, "p̂ − half width", $"{p} − {half}", p - half);
        yield return new(ExplanationStep.Upper, "p̂ + half width", $"{p} + {half}", p + half);
    }

    /// <inheritdoc/>
    protected internal override UnitPoint Lower(EffectiveSample sample, ConfidenceLevel level) => Around(sample, HalfWidth(sample, level));

    /// <summary>Returns the half width, z√(p̂q̂/n).</summary>
    internal static double HalfWidth(EffectiveSample sample, ConfidenceLevel level) =>
        sample.CriticalValue(level) * Math.Sqrt(sample.Estimate * sample.Complement / sample.N);

    /// <summary>Returns p̂ minus the half width, and its complement.</summary>
    internal static UnitPoint Around(EffectiveSample sample, double half) => new(sample.Estimate - half, sample.Complement + half);
}
