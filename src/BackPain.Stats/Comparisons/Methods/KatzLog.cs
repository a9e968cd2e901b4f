using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The interval of Katz and others for a ratio: Wald on the logarithmic scale.</summary>
/// <remarks>φ̂·exp(∓z√(1/x₁−1/n₁+1/x₂−1/n₂)). Undefined where a group has no cases, and without width where everybody is a case.</remarks>
public sealed class KatzLog : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "katz-log";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.Ratio;

    /// <inheritdoc/>
    public override string Title => "Katz log";

    /// <inheritdoc/>
    public override string Formula => "φ̂·exp(∓z√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Katz D, Baptista J, Azen SP, Pike MC (1978). Obtaining confidence intervals for the risk ratio in cohort studies. "
        + "Biometrics 34:469–474.",
        "10.2307/2530610");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To reproduce published ratios; the usual interval of epidemiological software.";

    /// <inheritdoc/>
    public override string Weakness => "Too wide in small samples; undefined without cases.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Where a group has no cases, or both have nothing else, Koopman’s limits are given, with the note "
        + "log-ratio-undefined.";

    private static readonly Koopman AtEdge = new();

    /// <inheritdoc/>
    protected override Note? NoteOn(TwoGroups groups) => IsAtEdge(groups) && groups.M > 0 ? ComparisonNotes.LogRatioUndefined : null;

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) => IsAtEdge(groups)
        ? AtEdge.Lower(groups, level)
        : Measure.EstimateOf(groups)!.Value * Math.Exp(-Z(level) * StandardError(groups));

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        if (IsAtEdge(groups))
        {
            foreach (var step in AtEdge.Steps(groups, limits, level))
                yield return step;
            yield break;
        }
        var (z, estimate, se) = (Z(level), Measure.EstimateOf(groups)!.Value, StandardError(groups));
        yield return Quantile(level);
        yield return new(
            "SE", "√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂)", $"√(1/{groups.X1} − 1/{groups.N1} + 1/{groups.X2} − 1/{groups.N2})", se);
        yield return new(ExplanationStep.Lower, "φ̂·exp(−z·SE)", $"{estimate}·exp(−{z}·{se})", estimate * Math.Exp(-z * se));
        yield return new(ExplanationStep.Upper, "φ̂·exp(z·SE)", $"{estimate}·exp({z}·{se})", estimate * Math.Exp(z * se));
    }

    private static bool IsAtEdge(TwoGroups groups) => groups.X1 == 0 || groups.X2 == 0 || groups.M == groups.N;

    // 1/x − 1/n = y/(x·n)
    private static double StandardError(TwoGroups groups) =>
        Math.Sqrt((groups.Y1 / groups.X1 / groups.N1) + (groups.Y2 / groups.X2 / groups.N2));
}
