using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;

namespace BackPain.Stats.Standardization;

/// <summary>A way to limits around the ratio of observed to expected cases.</summary>
public abstract class IndirectLimits
{
    /// <summary>The method, as cited.</summary>
    public abstract CitedMethod Method { get; }

    /// <summary>The interval method that the crude prevalence is shown with; null for the default.</summary>
    public virtual IntervalMethod? ForCrude => null;

    /// <summary>Computes the limits of the ratio.</summary>
    /// <param name="estimate">An estimate with a ratio.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The limits, null if there are none, and the notes on them.</returns>
    public abstract (ConfidenceInterval? Ratio, IReadOnlyList<Note> Notes) Around(IndirectEstimate estimate, ConfidenceLevel level);

    /// <summary>Explains how limits that exist are computed.</summary>
    public abstract Explanation Explain(IndirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before);
}

/// <summary>An interval method for the proportion O/n, times n/E.</summary>
/// <param name="method">The method.</param>
public sealed class ScaledProportionLimits(IntervalMethod method) : IndirectLimits
{
    /// <inheritdoc/>
    public override CitedMethod Method => method.Citation;

    /// <inheritdoc/>
    public override IntervalMethod? ForCrude => method;

    /// <inheritdoc/>
    public override (ConfidenceInterval? Ratio, IReadOnlyList<Note> Notes) Around(IndirectEstimate estimate, ConfidenceLevel level)
    {
        var sample = SampleOf(estimate);
        var (lower, upper) = method.Around(sample, level);
        var scale = estimate.Persons / estimate.Expected;
        return (new ConfidenceInterval(lower * scale, upper * scale), method.NoteOn(sample) is { } note ? [note] : []);
    }

    /// <inheritdoc/>
    public override Explanation Explain(IndirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var explained = method.Explain(
            SampleOf(estimate),
            level,
            [.. before, new("p̂", "O/n", $"{estimate.Cases}/{estimate.Persons}", SampleOf(estimate).Estimate)]);
        var (lower, upper) = Around(estimate, level).Ratio!.Value;
        return new Explanation(
            explained.Method,
            [
                .. explained.Steps,
                new("lower limit of O/E", "lower limit · n/E", $"lower·{estimate.Persons}/{estimate.Expected}", lower),
                new("upper limit of O/E", "upper limit · n/E", $"upper·{estimate.Persons}/{estimate.Expected}", upper),
            ],
            explained.Remarks);
    }

    private static EffectiveSample SampleOf(IndirectEstimate estimate) =>
        EffectiveSample.Of(new Proportion(estimate.Cases, estimate.Persons));
}

/// <summary>A method for the Poisson count O.</summary>
/// <param name="method">The method.</param>
public sealed class PoissonCountLimits(PoissonCountMethod method) : IndirectLimits
{
    /// <inheritdoc/>
    public override CitedMethod Method => method.Citation;

    /// <inheritdoc/>
    public override (ConfidenceInterval? Ratio, IReadOnlyList<Note> Notes) Around(IndirectEstimate estimate, ConfidenceLevel level)
    {
        var (lower, upper) = method.Around(estimate.Cases, level);
        return (new ConfidenceInterval(lower / estimate.Expected, upper / estimate.Expected), []);
    }

    /// <inheritdoc/>
    public override Explanation Explain(IndirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before) =>
        method.Explain(estimate.Cases, estimate.Expected, level, before);
}

/// <summary>The log scale, with the standard error and the degrees of freedom of the design.</summary>
public sealed class LogRatioLimits : IndirectLimits
{
    /// <inheritdoc/>
    public override CitedMethod Method => new LogRatio().Citation;

    /// <inheritdoc/>
    public override (ConfidenceInterval? Ratio, IReadOnlyList<Note> Notes) Around(IndirectEstimate estimate, ConfidenceLevel level)
    {
        var ratio = estimate.Ratio!.Value;
        if (estimate.Crude!.IsCensus)
            return (new ConfidenceInterval(ratio, ratio), [Note.Census]);
        if (estimate.Obstacle is { } obstacle)
            return (null, [obstacle]);
        if (estimate.Crude.IsAtEdge)
        {
            var (low, high) = estimate.Crude.IntervalBy(IntervalMethods.KornGraubard, level);
            var scale = estimate.Crude.Domain.Weight / estimate.Expected;
            return (
                new ConfidenceInterval(Math.Min(low * scale, ratio), Math.Max(high * scale, ratio)),
                [Note.EdgeOfDesign, Note.RatioAtEdge]);
        }
        var half = new StudentT(estimate.DegreesOfFreedom!.Value).UpperQuantile(level.Tail) * estimate.StandardErrorOfLog!.Value;
        return (new ConfidenceInterval(ratio * Math.Exp(-half), ratio * Math.Exp(half)), []);
    }

    /// <inheritdoc/>
    public override Explanation Explain(IndirectEstimate estimate, ConfidenceLevel level, IEnumerable<ExplanationStep> before)
    {
        var steps = before.ToList();
        var interval = Around(estimate, level).Ratio!.Value;
        if (estimate.Crude!.IsAtEdge)
            return new Explanation(IntervalMethods.KornGraubard.Citation, steps, [Note.RatioAtEdge.Text]);
        var (t, error) = (new StudentT(estimate.DegreesOfFreedom!.Value).UpperQuantile(level.Tail), estimate.StandardErrorOfLog!.Value);
        steps.Add(new("SE", "√V of ln(O/E), by the design, from the scores y/O − r/E", $"by the design", error));
        steps.Add(new("t", "t⁻¹(1 − α/2; df), Student's t quantile", $"t⁻¹(1 − {level.Alpha}/2; {estimate.DegreesOfFreedom.Value})", t));
        steps.Add(new(ExplanationStep.Lower, "exp(ln(O/E) − t·SE)", $"exp(ln({estimate.Ratio!.Value}) − {t}·{error})", interval.Lower));
        steps.Add(new(ExplanationStep.Upper, "exp(ln(O/E) + t·SE)", $"exp(ln({estimate.Ratio.Value}) + {t}·{error})", interval.Upper));
        return new Explanation(Method, steps, []);
    }
}
