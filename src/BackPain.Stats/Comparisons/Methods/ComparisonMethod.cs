using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>
/// A method of computing a two-sided confidence interval for a measure of two independent groups. Each method is one file and provides
/// everything that help and documentation say about it.
/// </summary>
/// <remarks>
/// A method implements only its lower limit. The upper limit is the opposite of the lower limit for exchanged groups, so that no method
/// can treat the group and the reference differently.
/// </remarks>
public abstract class ComparisonMethod : DocumentedMethod
{
    /// <summary>What the method gives an interval for.</summary>
    public abstract ComparisonMeasure Measure { get; }

    /// <summary>The test that rejects exactly where the interval does not hold the null value; null if there is none.</summary>
    public virtual TwoGroupTest? Test => null;

    /// <summary>
    /// Computes the interval, which contains the estimate of the sample if that is defined; the whole range of the measure if it is not.
    /// Null if the method has no interval for these groups.
    /// </summary>
    public ComparisonLimits? Around(TwoGroups groups, ConfidenceLevel level)
    {
        if (!HasIntervalFor(groups))
            return null;
        if (Measure.EstimateOf(groups) is not { } estimate)
            return new ComparisonLimits(Measure.Lowest, Measure.Highest);
        var lower = LowerOrLowest(groups, estimate, level);
        var upper = Measure.Opposite(LowerOrLowest(groups.Swapped, Measure.EstimateOf(groups.Swapped)!.Value, level));
        // A method with a shifted centre can pass the estimate.
        return new ComparisonLimits(Math.Min(lower, estimate), Math.Max(upper, estimate));
    }

    /// <summary>Returns the notes that accompany the interval for two groups.</summary>
    public IReadOnlyList<Note> NotesOn(TwoGroups groups)
    {
        Note?[] notes = [Measure.NoteOn(groups), NoteOn(groups)];
        return [.. notes.OfType<Note>()];
    }

    /// <summary>Explains how the interval is computed, step by step.</summary>
    public Explanation Explain(TwoGroups groups, ConfidenceLevel level)
    {
        var steps = new List<ExplanationStep>
        {
            new("p̂₁", "x₁/n₁", $"{groups.X1}/{groups.N1}", groups.Group.Value),
            new("p̂₂", "x₂/n₂", $"{groups.X2}/{groups.N2}", groups.Reference.Value),
        };
        if (Measure.EstimateOf(groups) is { } estimate && double.IsFinite(estimate))
            steps.Add(EstimateStep(groups, estimate));
        if (Around(groups, level) is { } limits && Measure.EstimateOf(groups) is not null)
            steps.AddRange(Steps(groups, limits, level));
        return new Explanation(Citation, steps, [.. RemarksOn(groups, level)]);
    }

    /// <summary>Whether the method has an interval for two groups.</summary>
    protected virtual bool HasIntervalFor(TwoGroups groups) => true;

    /// <summary>Returns the method's own note for two groups, or null if there is none.</summary>
    protected virtual Note? NoteOn(TwoGroups groups) => null;

    /// <summary>Computes the lower limit where the estimate is above the lowest possible value. A lower result is truncated.</summary>
    protected internal abstract double Lower(TwoGroups groups, ConfidenceLevel level);

    /// <summary>Returns the steps from the prevalences to the limits.</summary>
    /// <param name="groups">The groups, of which the estimate is defined.</param>
    /// <param name="limits">The limits, for methods that show that they solve an equation.</param>
    /// <param name="level">The confidence level.</param>
    protected internal abstract IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level);

    /// <summary>z, the normal quantile of a confidence level.</summary>
    protected static double Z(ConfidenceLevel level) => StandardNormal.UpperQuantile(level.Tail);

    /// <summary>The step that computes z.</summary>
    protected static ExplanationStep Quantile(ConfidenceLevel level) =>
        new("z", "Φ⁻¹(1 − α/2), the normal quantile", $"Φ⁻¹(1 − {level.Alpha}/2)", Z(level));

    /// <summary>The step that computes the probability left in each tail.</summary>
    protected static ExplanationStep Tail(ConfidenceLevel level) =>
        new("α/2", "(1 − level)/2, the probability in each tail", $"(1 − {level.Value})/2", level.Tail);

    private double LowerOrLowest(TwoGroups groups, double estimate, ConfidenceLevel level) =>
        estimate == Measure.Lowest ? Measure.Lowest : Math.Max(Measure.Lowest, Lower(groups, level));

    private ExplanationStep EstimateStep(TwoGroups groups, double estimate) => Measure.IsRatio
        ? Measure == ComparisonMeasure.Ratio
            ? new("ratio", Measure.Formula, $"({groups.X1}/{groups.N1})/({groups.X2}/{groups.N2})", estimate)
            : new("odds ratio", Measure.Formula, $"({groups.X1}/{groups.Y1})/({groups.X2}/{groups.Y2})", estimate)
        : new("difference", Measure.Formula, $"{groups.Group.Value} − {groups.Reference.Value}", estimate);

    private IEnumerable<string> RemarksOn(TwoGroups groups, ConfidenceLevel level)
    {
        foreach (var note in NotesOn(groups))
            yield return note.Text;
        if (Measure.EstimateOf(groups) is not { } estimate || Around(groups, level) is not { } limits)
            yield break;
        if (limits.Lower == Measure.Lowest)
            yield return $"No lower limit is possible than {Measure.Lowest}.";
        if (limits.Upper == Measure.Highest)
            yield return Measure.IsRatio ? "The upper limit is infinite." : "No higher limit is possible than 1.";
        if (estimate > Measure.Lowest && estimate < Measure.Highest && (limits.Lower == estimate || limits.Upper == estimate))
            yield return "A limit that would pass the estimate is the estimate.";
    }
}
