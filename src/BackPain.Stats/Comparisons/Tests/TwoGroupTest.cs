using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>
/// A two-sided test of whether two independent groups have the same prevalence. Each test is one file and provides everything that help
/// and documentation say about it.
/// </summary>
public abstract class TwoGroupTest : DocumentedMethod
{
    /// <summary>Tests whether the groups have the same prevalence.</summary>
    public abstract TestResult ApplyTo(TwoGroups groups);

    /// <summary>Tests whether several groups have the same prevalence; null if the test is for two groups only.</summary>
    public virtual TestResult? OfAll(IReadOnlyList<Proportion> groups) => null;

    /// <summary>Explains how the p value is computed, step by step.</summary>
    public Explanation Explain(TwoGroups groups) => new(
        Citation,
        [.. Steps(groups)],
        NoteOn(groups) is { } note ? [note.Text] : []);

    /// <summary>The note that accompanies the result; null if there is none.</summary>
    public Note? NoteOn(TwoGroups groups) =>
        ApplyTo(groups).P is not null ? null : groups.AllAreAlike ? ComparisonNotes.TestUndefined : ComparisonNotes.TooManyForExact;

    /// <summary>Returns the steps from the counts to the p value, which is the last one; none if the test is undefined.</summary>
    protected abstract IEnumerable<ExplanationStep> Steps(TwoGroups groups);

    /// <summary>The result of a statistic that has a chi-squared distribution with one degree of freedom.</summary>
    protected static TestResult ChiSquaredOf(double statistic) => new(statistic, 1, new ChiSquared(1).UpperTail(statistic));

    /// <summary>The step from a chi-squared statistic with one degree of freedom to its p value.</summary>
    protected static ExplanationStep PValue(double statistic) =>
        new("p", "P(χ² ≥ statistic) with one degree of freedom", $"P(χ² ≥ {statistic})", new ChiSquared(1).UpperTail(statistic));
}
