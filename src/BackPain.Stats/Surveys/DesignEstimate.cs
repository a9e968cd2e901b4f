using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Surveys;

/// <summary>The design-based estimate of the proportion in a domain.</summary>
/// <param name="Domain">The domain and its weighted proportion.</param>
/// <param name="Variance">V; null at 0 and 1, where the data show none, and if it cannot be determined.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of V; null if they cannot be determined.</param>
/// <param name="Completeness">How much of the population of the domain was sampled.</param>
/// <param name="Cap">The upper bound of Korn and Graubard's effective size.</param>
public sealed record DesignEstimate(
    DomainProportion Domain, double? Variance, double? DegreesOfFreedom, Completeness Completeness, EffectiveSizeCap Cap)
{
    // Far below the variance of any sample of persons, and above the rounding error of 0.
    private const double Nothing = 1e-20;

    /// <summary>p̂, a proportion from 0 to 1.</summary>
    public double P => Domain.P;

    /// <summary>Whether nobody or everybody is a case, so that the data show no variance.</summary>
    public bool IsAtEdge => Domain.P == 0 || Domain.Q == 0;

    /// <summary>Whether everybody was sampled.</summary>
    public bool IsCensus => Completeness == Completeness.Census;

    /// <summary>The standard error of p̂; null if there is no V.</summary>
    public double? StandardError => Variance is { } v ? Math.Sqrt(v) : null;

    /// <summary>deff = V/(p̂q̂/n), n unweighted (Kish 1965); null at 0 and 1, and if there is no V.</summary>
    public double? DesignEffect => IsAtEdge ? null : Variance / (P * Domain.Q / Domain.Persons);

    /// <summary>
    /// n_eff = p̂q̂/V, the size of an equally precise simple random sample; n if p̂ is 0 or 1 (NCHS); null without V and in a census.
    /// </summary>
    public double? EffectiveSize => IsAtEdge ? Domain.Persons : IsCensus || Variance is null ? null : P * Domain.Q / Variance;

    /// <summary>Why no interval can be given; null if one can.</summary>
    public Note? Obstacle =>
        IsCensus || IsAtEdge ? null
        : Variance is null ? (Completeness == Completeness.AllPsus ? Note.NoVarianceInsidePsus : Note.NoVariance)
        : DegreesOfFreedom is > 0 ? null
        : DegreesOfFreedom is null ? Note.UnknownRank : Note.NoDegreesOfFreedom;

    /// <summary>Estimates a domain.</summary>
    public static DesignEstimate Of(DomainProportion domain, SurveyVariance variance, SurveyChoices choices)
    {
        var df = choices.DegreesOfFreedom.ApplyTo(domain, variance);
        var estimate = new DesignEstimate(domain, null, df, variance.CompletenessOf(domain), choices.EffectiveSizeCap);
        return estimate.IsCensus ? estimate with { Variance = 0 }
            : estimate.IsAtEdge ? estimate
            : estimate with
            {
                Variance = variance.Variance(domain) is var v && double.IsFinite(v) && v > Nothing * domain.P * domain.Q ? v : null,
            };
    }

    /// <summary>
    /// Returns the estimate that a presentation standard judges, with the degrees of freedom of the design itself and n* capped at n.
    /// </summary>
    /// <remarks>The degrees of freedom that were chosen are kept if the design does not determine any.</remarks>
    public DesignEstimate ByItsOwnDesign(SurveyVariance variance) =>
        this with
        {
            DegreesOfFreedom = DegreesOfFreedomRule.OfDomain.ApplyTo(Domain, variance) ?? DegreesOfFreedom,
            Cap = EffectiveSizeCap.Persons,
        };

    /// <summary>Computes the interval of a method. No limit passes the estimate, not even by rounding.</summary>
    public ConfidenceInterval IntervalBy(IntervalMethod method, ConfidenceLevel level)
    {
        var (lower, upper) = method.Around(SampleFor(method, level), level);
        return new ConfidenceInterval(Math.Min(lower, P), Math.Max(upper, P));
    }

    /// <summary>
    /// Returns the sample for an interval method: n_eff and Student's t if its formula contains a quantile, otherwise Korn and Graubard's
    /// size, which already includes the degrees of freedom.
    /// </summary>
    /// <remarks>
    /// n* = n_eff·(t_{n−1}/t_df)², capped at n if so chosen (Korn &amp; Graubard 1998, Surv Methodol 24:193; Parker et al. 2017, Vital
    /// Health Stat 2(175)). At 0 and 1 the number of persons is used for both.
    /// </remarks>
    public EffectiveSample SampleFor(IntervalMethod method, ConfidenceLevel level) =>
        method.HasQuantile
            ? SampleOf(EffectiveSize!.Value, DegreesOfFreedom is > 0 and var df ? df : double.PositiveInfinity)
            : SampleOf(KornGraubardSize(level), double.PositiveInfinity);

    /// <summary>Returns n*, the effective size adjusted for degrees of freedom; n if p̂ is 0 or 1.</summary>
    public double KornGraubardSize(ConfidenceLevel level)
    {
        if (IsAtEdge)
            return Domain.Persons;
        var ratio = new StudentT(Domain.Persons - 1).UpperQuantile(level.Tail)
            / new StudentT(DegreesOfFreedom!.Value).UpperQuantile(level.Tail);
        var size = EffectiveSize!.Value * ratio * ratio;
        return Cap == EffectiveSizeCap.Persons ? Math.Min(size, Domain.Persons) : size;
    }

    // x must be exactly 0 or n at the edges.
    private EffectiveSample SampleOf(double n, double df) => new(Domain.Q == 0 ? n : P * n, n, df);
}
