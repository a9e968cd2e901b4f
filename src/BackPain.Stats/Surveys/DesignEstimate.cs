using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Surveys;

/// <summary>What a sampling design tells of the proportion in a domain.</summary>
/// <param name="Domain">The domain and its weighted proportion.</param>
/// <param name="Variance">V; null at 0 and 1, where the data show none, and where it cannot be told.</param>
/// <param name="DegreesOfFreedom">Of V; nothing where they cannot be told.</param>
/// <param name="Completeness">How much of the population of the domain was sampled.</param>
/// <param name="Cap">To what Korn and Graubard's size is held.</param>
public sealed record DesignEstimate(DomainProportion Domain, double? Variance, double? DegreesOfFreedom, Completeness Completeness, EffectiveSizeCap Cap)
{
    // Far below any variance that a sample of persons can have, and above what rounding leaves of 0.
    private const double Nothing = 1e-20;

    /// <summary>p̂, a proportion from 0 to 1.</summary>
    public double P => Domain.P;

    /// <summary>Whether there are no cases, or nothing but cases, so that the data show no variance.</summary>
    public bool IsAtEdge => Domain.P == 0 || Domain.Q == 0;

    /// <summary>Whether everybody was sampled.</summary>
    public bool IsCensus => Completeness == Completeness.Census;

    /// <summary>The standard error of p̂; null where there is no V.</summary>
    public double? StandardError => Variance is { } v ? Math.Sqrt(v) : null;

    /// <summary>deff = V/(p̂q̂/n), n unweighted (Kish 1965); null at 0 and 1, and where there is no V.</summary>
    public double? DesignEffect => IsAtEdge ? null : Variance / (P * Domain.Q / Domain.Persons);

    /// <summary>n_eff = p̂q̂/V, the size of the simple random sample that would be as precise; n where p̂ is 0 or 1 (NCHS); nothing where there is no V, or none is left in a census.</summary>
    public double? EffectiveSize => IsAtEdge ? Domain.Persons : IsCensus || Variance is null ? null : P * Domain.Q / Variance;

    /// <summary>Why there can be no interval; nothing where there can be one.</summary>
    public Note? Obstacle =>
        IsCensus || IsAtEdge ? null
        : Variance is null ? (Completeness == Completeness.AllPsus ? Note.NoVarianceInsidePsus : Note.NoVariance)
        : DegreesOfFreedom is > 0 ? null
        : DegreesOfFreedom is null ? Note.UnknownRank : Note.NoDegreesOfFreedom;

    /// <summary>Estimates a domain.</summary>
    public static DesignEstimate Of(DomainProportion domain, SurveyVariance variance, SurveyChoices choices)
    {
        var estimate = new DesignEstimate(domain, null, choices.DegreesOfFreedom.ApplyTo(domain, variance), variance.CompletenessOf(domain), choices.EffectiveSizeCap);
        return estimate.IsCensus ? estimate with { Variance = 0 }
            : estimate.IsAtEdge ? estimate
            : estimate with
            {
                Variance = variance.Variance(domain) is var v && double.IsFinite(v) && v > Nothing * domain.P * domain.Q ? v : null,
            };
    }

    /// <summary>What a presentation standard judges: the same estimate with the degrees of freedom of the design itself, and n* held to n.</summary>
    /// <remarks>The degrees of freedom that were chosen stay if the design does not give any.</remarks>
    public DesignEstimate ByItsOwnDesign(SurveyVariance variance) =>
        this with { DegreesOfFreedom = DegreesOfFreedomRule.OfDomain.ApplyTo(Domain, variance) ?? DegreesOfFreedom, Cap = EffectiveSizeCap.Persons };

    /// <summary>The interval of a method. Rounding never lets a limit pass the estimate.</summary>
    public ConfidenceInterval IntervalBy(IntervalMethod method, ConfidenceLevel level)
    {
        var (lower, upper) = method.Around(SampleFor(method, level), level);
        return new ConfidenceInterval(Math.Min(lower, P), Math.Max(upper, P));
    }

    /// <summary>What an interval method is to read: n_eff and Student's t for one with a quantile in its formula; for the others Korn and Graubard's size, in which the degrees of freedom are already.</summary>
    /// <remarks>
    /// n* = n_eff·(t_{n−1}/t_df)², held to at most n where that is asked for (Korn &amp; Graubard 1998, Surv Methodol 24:193; Parker et al. 2017, Vital Health Stat 2(175)).
    /// At 0 and 1 the number of persons stands in for both.
    /// </remarks>
    public EffectiveSample SampleFor(IntervalMethod method, ConfidenceLevel level) =>
        method.HasQuantile
            ? SampleOf(EffectiveSize!.Value, DegreesOfFreedom is > 0 and var df ? df : double.PositiveInfinity)
            : SampleOf(KornGraubardSize(level), double.PositiveInfinity);

    /// <summary>n*, the effective size adjusted for degrees of freedom; n where p̂ is 0 or 1.</summary>
    public double KornGraubardSize(ConfidenceLevel level)
    {
        if (IsAtEdge)
            return Domain.Persons;
        var ratio = new StudentT(Domain.Persons - 1).UpperQuantile(level.Tail) / new StudentT(DegreesOfFreedom!.Value).UpperQuantile(level.Tail);
        var size = EffectiveSize!.Value * ratio * ratio;
        return Cap == EffectiveSizeCap.Persons ? Math.Min(size, Domain.Persons) : size;
    }

    // x is exactly 0 or n at the edges, as the methods ask.
    private EffectiveSample SampleOf(double n, double df) => new(Domain.Q == 0 ? n : P * n, n, df);
}
