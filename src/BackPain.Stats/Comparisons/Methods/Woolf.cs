using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>The interval of Woolf for an odds ratio: Wald on the logarithmic scale.</summary>
/// <remarks>ψ̂·exp(∓z√(1/x₁ + 1/y₁ + 1/x₂ + 1/y₂)), y = n − x. Undefined where a cell is 0.</remarks>
public sealed class Woolf : ComparisonMethod
{
    /// <inheritdoc/>
    public override string Name => "woolf";

    /// <inheritdoc/>
    public override ComparisonMeasure Measure => ComparisonMeasure.OddsRatio;

    /// <inheritdoc/>
    public override string Title => "Woolf logit";

    /// <inheritdoc/>
    public override string Formula => "ψ̂·exp(∓z√(1/x₁ + 1/y₁ + 1/x₂ + 1/y₂)), y = n − x";

    /// <inheritdoc/>
    public override Reference Reference => new(
        "Woolf B (1955). On estimating the relation between blood group and disease. Ann Hum Genet 19:251–253.",
        "10.1111/j.1469-1809.1955.tb01348.x");

    /// <inheritdoc/>
    public override string WhenToUse =>
        "To reproduce published odds ratios and logistic regression.";

    /// <inheritdoc/>
    public override string Weakness => "Too wide in small samples; undefined where a cell is 0.";

    /// <inheritdoc/>
    public override string AtTheEdges =>
        "Undefined where a cell is 0: no interval, with the note woolf-undefined.";

    /// <inheritdoc/>
    protected override bool HasIntervalFor(TwoGroups groups) => groups.X1 > 0 && groups.Y1 > 0 && groups.X2 > 0 && groups.Y2 > 0;

    /// <inheritdoc/>
    protected override Note? NoteOn(TwoGroups groups) => HasIntervalFor(groups) ? null : ComparisonNotes.WoolfUndefined;

    /// <inheritdoc/>
    protected internal override double Lower(TwoGroups groups, ConfidenceLevel level) =>
        Measure.EstimateOf(groups)!.Value * Math.Exp(-Z(level) * StandardError(groups));

    /// <inheritdoc/>
    protected internal override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        var (z, estimate, se) = (Z(level), Measure.EstimateOf(groups)!.Value, StandardError(groups));
        yield return Quantile(level);
        yield return new(
            "SE", "√(1/x₁ + 1/y₁ + 1/x₂ + 1/y₂)", $"√(1/{groups.X1} + 1/{groups.Y1} + 1/{groups.X2} + 1/{groups.Y2})", se);
        yield return new(ExplanationStep.Lower, "ψ̂·exp(−z·SE)", $"{estimate}·exp(−{z}·{se})", estimate * Math.Exp(-z * se));
        yield return new(ExplanationStep.Upper, "ψ̂·exp(z·SE)", $"{estimate}·exp({z}·{se})", estimate * Math.Exp(z * se));
    }

    private static double StandardError(TwoGroups groups) =>
        Math.Sqrt((1 / groups.X1) + (1 / groups.Y1) + (1 / groups.X2) + (1 / groups.Y2));
}
