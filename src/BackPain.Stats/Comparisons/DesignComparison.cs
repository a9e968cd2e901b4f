using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>Two groups of a sample with a design, compared by one measure.</summary>
/// <remarks>
/// The difference, the logarithm of the ratio and the logarithm of the odds ratio are statistics of both groups, so their variance has
/// the covariance of groups that share PSUs in it. Where a prevalence is 0 or 1, that variance lacks a part: the difference then has the
/// limits d ∓ √(a² + b²) from those of each group, and a ratio none.
/// </remarks>
internal sealed class DesignComparison
{
    private readonly DesignEstimate group;
    private readonly DesignEstimate reference;
    private readonly LinearizedStatistic? statistic;
    private readonly double? df;

    public DesignComparison(
        GroupPair pair, ComparisonMeasure measure, Tabulation tabulation, SurveyVariance variance, SurveyChoices choices, double? df)
    {
        (Measure, this.df) = (measure, df);
        group = DesignEstimate.Of(pair.Group.ProportionIn(tabulation), variance, choices);
        reference = DesignEstimate.Of(pair.Reference.ProportionIn(tabulation), variance, choices);
        var onScale = new ScaledDifference(measure, Group, Reference, tabulation.Weighting?.Replicates.Count ?? 0);
        if (IsAtEdge || IsCensus || Obstacle is not null)
            return;
        statistic = onScale.Statistic;
        ReplacesReplicates = onScale.LacksReplicates;
        StandardError = variance.Variance(statistic) is var v && v > 0 && double.IsFinite(v) ? Math.Sqrt(v) : null;
    }

    /// <summary>The measure.</summary>
    public ComparisonMeasure Measure { get; }

    /// <summary>The weighted proportion of the group.</summary>
    public DomainProportion Group => group.Domain;

    /// <summary>The weighted proportion of the reference.</summary>
    public DomainProportion Reference => reference.Domain;

    /// <summary>The method that gives the limits.</summary>
    public CitedMethod Citation => IsAtEdge && !Measure.IsRatio ? DesignMethods.Hybrid : CitationOf(Measure);

    /// <summary>The standard error on the scale of the interval; null if there is none.</summary>
    public double? StandardError { get; }

    /// <summary>The estimate; null if it is undefined.</summary>
    public double? Estimate =>
        Measure == ComparisonMeasure.Difference ? Group.P - Reference.P
        : Measure == ComparisonMeasure.Ratio ? Quotient(Group.P, Reference.P)
        : Quotient(Group.P * Reference.Q, Reference.P * Group.Q);

    /// <summary>Whether a t interval can be given.</summary>
    public bool HasInterval => StandardError is not null && df >= 1;

    /// <summary>t = estimate/se on the scale of the interval; null if there is none.</summary>
    public double? T => HasInterval ? statistic!.Value / StandardError : null;

    /// <summary>The two-sided p value; null if there is none.</summary>
    public double? P => T is { } t ? new StudentT(df!.Value).TwoTails(t) : null;

    /// <summary>What the reader must know.</summary>
    public IReadOnlyList<Note> Notes => [.. NotesOfEstimate(), .. NotesOfInterval()];

    private bool IsAtEdge => group.IsAtEdge || reference.IsAtEdge;

    /// <summary>
    /// Whether one of two groups, of which one is at the edge, has no more PSUs than design strata, as if all of it is in one PSU.
    /// </summary>
    private bool LacksPsus => IsAtEdge && (group.DegreesOfFreedom is < 1 || reference.DegreesOfFreedom is < 1);

    private bool IsCensus => group.IsCensus && reference.IsCensus;

    private bool ReplacesReplicates { get; }

    /// <summary>Why there can be no interval, as far as one of the groups is the reason.</summary>
    private Note? Obstacle => new[] { group, reference }
        .Select(one => one.Obstacle)
        .FirstOrDefault(note => note is not null && note != Note.NoDegreesOfFreedom && note != Note.UnknownRank);

    /// <summary>The method that is cited for a measure.</summary>
    public static CitedMethod CitationOf(ComparisonMeasure measure) => measure.IsRatio ? DesignMethods.LogT : DesignMethods.T;

    /// <summary>The limits; null if there are none.</summary>
    public ComparisonLimits? Limits(ConfidenceLevel level)
    {
        if (IsCensus && Estimate is { } exact)
            return new ComparisonLimits(exact, exact);
        if (IsAtEdge)
            return Measure.IsRatio || df is not >= 1 || LacksPsus || Obstacle is not null ? null : HybridLimits(level);
        if (!HasInterval)
            return null;
        var half = new StudentT(df!.Value).UpperQuantile(level.Tail) * StandardError!.Value;
        var (lower, upper) = (statistic!.Value - half, statistic.Value + half);
        return Measure.IsRatio
            ? new ComparisonLimits(Estimate!.Value * Math.Exp(-half), Estimate.Value * Math.Exp(half))
            : new ComparisonLimits(Math.Max(-1, lower), Math.Min(1, upper));
    }

    private ComparisonLimits HybridLimits(ConfidenceLevel level)
    {
        var one = (group with { DegreesOfFreedom = df }).IntervalBy(IntervalMethods.KornGraubard, level);
        var two = (reference with { DegreesOfFreedom = df }).IntervalBy(IntervalMethods.KornGraubard, level);
        var (p1, p2) = (Group.P, Reference.P);
        return new ComparisonLimits(
            p1 - p2 - Hypotenuse(p1 - one.Lower, two.Upper - p2),
            p1 - p2 + Hypotenuse(one.Upper - p1, p2 - two.Lower));
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double? Quotient(double a, double b) => (a, b) switch
    {
        (0, 0) => null,
        (_, 0) => double.PositiveInfinity,
        _ => a / b,
    };

    private IEnumerable<Note> NotesOfEstimate()
    {
        if (Measure == ComparisonMeasure.Ratio && Estimate is null)
            yield return ComparisonNotes.NoRatio;
        if (Measure == ComparisonMeasure.OddsRatio && Estimate is null)
            yield return ComparisonNotes.NoOddsRatio;
        if (Measure.IsRatio && Estimate is { } estimate && double.IsInfinity(estimate))
            yield return ComparisonNotes.InfiniteRatio;
    }

    private IEnumerable<Note> NotesOfInterval()
    {
        if (IsCensus)
            yield return Note.Census;
        else if (Obstacle is { } obstacle)
            yield return obstacle;
        else if (df is not >= 1 || LacksPsus)
            yield return df is null ? Note.UnknownRank : Note.NoDegreesOfFreedom;
        else if (IsAtEdge)
            yield return Measure.IsRatio ? ComparisonNotes.RatioAtEdge : ComparisonNotes.DifferenceAtEdge;
        else if (StandardError is null)
            yield return Note.NoVariance;
        if (ReplacesReplicates)
            yield return ComparisonNotes.ReplicateAtEdge;
    }
}
