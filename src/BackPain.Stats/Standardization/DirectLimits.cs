using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;

namespace BackPain.Stats.Standardization;

/// <summary>A way to limits around a directly standardized prevalence.</summary>
public abstract class DirectLimits
{
    /// <summary>The method, as cited.</summary>
    public abstract CitedMethod Method { get; }

    /// <summary>The interval method that the crude prevalence is shown with; null for the default.</summary>
    public virtual IntervalMethod? ForCrude => null;

    /// <summary>Computes the limits.</summary>
    /// <returns>The limits, null if there are none, and the notes on them.</returns>
    public abstract (ConfidenceInterval? Interval, IReadOnlyList<Note> Notes) Around(DirectEstimate estimate, ConfidenceLevel level);

    /// <summary>Explains how limits that exist are computed.</summary>
    public abstract Explanation Explain(DirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before);
}

/// <summary>An interval method for one proportion, around θ as if it came from n_eff persons.</summary>
/// <param name="method">The method.</param>
public sealed class EffectiveSampleLimits(IntervalMethod method) : DirectLimits
{
    /// <inheritdoc/>
    public override CitedMethod Method => method.Citation;

    /// <inheritdoc/>
    public override IntervalMethod? ForCrude => method;

    /// <inheritdoc/>
    public override (ConfidenceInterval? Interval, IReadOnlyList<Note> Notes) Around(DirectEstimate estimate, ConfidenceLevel level)
    {
        if (estimate.IsCensus)
            return (new ConfidenceInterval(estimate.P, estimate.P), [Note.Census]);
        if (estimate.Obstacle is { } obstacle)
            return (null, [obstacle]);
        var used = MethodFor(estimate);
        var (lower, upper) = used.Around(estimate.SampleFor(used, level), level);
        var interval = new ConfidenceInterval(Math.Min(lower, estimate.P), Math.Max(upper, estimate.P));
        return !estimate.IsAtEdge ? (interval, method.NoteOn(estimate.SampleFor(used, level)) is { } note ? [note] : [])
            : !estimate.HasDesign ? (interval, method.NoteOn(estimate.SampleFor(method, level)) is { } atEdge ? [atEdge] : [])
            : (interval, used == method ? [Note.EdgeOfDesign] : [Note.EdgeOfDesign, Note.KornGraubardAtEdge]);
    }

    /// <inheritdoc/>
    public override Explanation Explain(DirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var used = MethodFor(estimate);
        var sample = estimate.SampleFor(used, level);
        return used.Explain(
            sample, level, [.. before, .. SizesOf(estimate, used, level), new("x", "θ·n", $"{estimate.P}·{sample.N}", sample.X)]);
    }

    private static IEnumerable<ExplanationStep> SizesOf(DirectEstimate estimate, IntervalMethod method, ConfidenceLevel level)
    {
        var isLast = method.HasQuantile || !estimate.HasDesign || estimate.IsAtEdge;
        var symbol = isLast ? "n" : "n_eff";
        if (estimate.IsAtEdge)
        {
            yield return new(
                symbol,
                "1/Σ(c²/n), since the data show no variance",
                $"over {estimate.Strata.Count} strata",
                estimate.EffectiveSize!.Value);
            yield break;
        }
        yield return estimate.ByNchsStandardErrors
            ? new(
                symbol,
                "m·Σ(c²p̂q̂/n)/V, as the NCHS macro computes it, m the number of persons",
                $"{estimate.Persons}·{estimate.VarianceOfSimpleSample}/{estimate.Variance!.Value}",
                estimate.EffectiveSize!.Value)
            : new(
                symbol,
                "θ(1−θ)/V, the effective sample size",
                $"{estimate.P}·{estimate.Q}/{estimate.Variance!.Value}",
                estimate.EffectiveSize!.Value);
        if (!isLast)
            yield return new(
                "n",
                "n_eff·(t of m−1 df / t of df)², m the number of persons, at most m unless the cap is lifted",
                $"{estimate.EffectiveSize.Value}·(t({estimate.Persons - 1})/t({estimate.DegreesOfFreedom!.Value}))²",
                estimate.SizeForTails(level));
    }

    private IntervalMethod MethodFor(DirectEstimate estimate) =>
        estimate is { HasDesign: true, IsAtEdge: true } && !method.HasEdges ? IntervalMethods.KornGraubard : method;
}

/// <summary>A method for a weighted sum of Poisson counts.</summary>
/// <param name="method">The method.</param>
public sealed class WeightedRateLimits(WeightedRateMethod method) : DirectLimits
{
    /// <inheritdoc/>
    public override CitedMethod Method => method.Citation;

    /// <inheritdoc/>
    public override (ConfidenceInterval? Interval, IReadOnlyList<Note> Notes) Around(DirectEstimate estimate, ConfidenceLevel level) =>
        (method.Around(estimate.Strata, level), []);

    /// <inheritdoc/>
    public override Explanation Explain(DirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before) =>
        method.Explain(estimate.Strata, level, before);
}
