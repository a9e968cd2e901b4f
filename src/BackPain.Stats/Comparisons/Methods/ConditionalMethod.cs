using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Methods;

/// <summary>
/// An interval for an odds ratio from the noncentral hypergeometric distribution of x₁, given the margins of the table: all ψ by which
/// neither tail has a probability below α/2.
/// </summary>
/// <param name="ofObserved">How much of the probability of the observed table belongs to a tail, from 0 to 1.</param>
/// <param name="upperTail">The upper tail, as written in explanations.</param>
/// <param name="lowerTail">The lower tail, likewise.</param>
public abstract class ConditionalMethod(double ofObserved, string upperTail, string lowerTail) : ComparisonMethod
{
    /// <inheritdoc/>
    public sealed override ComparisonMeasure Measure => ComparisonMeasure.OddsRatio;

    /// <inheritdoc/>
    public sealed override string AtTheEdges =>
        "An empty cell makes the lower limit 0 or the upper limit infinite; only one table possible: 0 to infinity.";

    /// <inheritdoc/>
    protected sealed override bool HasIntervalFor(TwoGroups groups) => groups.AllowsExact;

    /// <inheritdoc/>
    protected sealed override Note? NoteOn(TwoGroups groups) => groups.AllowsExact ? null : ComparisonNotes.TooManyForExact;

    /// <inheritdoc/>
    protected internal sealed override double Lower(TwoGroups groups, ConfidenceLevel level) =>
        ConditionalTail.OddsRatioAt(groups, ofObserved, level.Tail);

    /// <inheritdoc/>
    protected internal sealed override IEnumerable<ExplanationStep> Steps(TwoGroups groups, ComparisonLimits limits, ConfidenceLevel level)
    {
        yield return Tail(level);
        if (limits.Lower > 0)
        {
            yield return new(ExplanationStep.Lower, $"the ψ at which {upperTail} = α/2", $"x₁ = {groups.X1}, {level.Tail}", limits.Lower);
            yield return Check($"{upperTail} at the lower limit", limits.Lower, groups, limits.Lower);
        }
        if (double.IsFinite(limits.Upper))
        {
            yield return new(ExplanationStep.Upper, $"the ψ at which {lowerTail} = α/2", $"x₁ = {groups.X1}, {level.Tail}", limits.Upper);
            yield return Check($"{lowerTail} at the upper limit", limits.Upper, groups.Swapped, 1 / limits.Upper);
        }
    }

    private ExplanationStep Check(string what, double limit, TwoGroups groups, double oddsRatio) =>
        new("check", what, $"ψ = {limit}", ConditionalTail.Above(groups, ofObserved, oddsRatio));
}
