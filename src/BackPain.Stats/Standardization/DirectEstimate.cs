using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Standardization;

/// <summary>The prevalence that a population of standard mix would have: θ = Σ c·p̂ over the strata of the standard.</summary>
/// <remarks>
/// Without a sampling design V = Σ c²p̂q̂/n. With one, the score of a person is c·(y − p̂)/Σw, the residual from the prevalence of the
/// stratum and not from θ, so that the variance has what standardization takes out of it (Korn &amp; Graubard 1999, §2.5).
/// </remarks>
public sealed record DirectEstimate
{
    // Far below any variance that a sample of persons can have, and above what rounding leaves of 0.
    private const double Nothing = 1e-20;

    private readonly SurveyVariance? design;

    /// <summary>Estimates from a simple random sample.</summary>
    /// <param name="strata">The strata; their shares add up to 1.</param>
    public DirectEstimate(IReadOnlyList<StratumShare> strata)
    {
        Strata = strata;
        Variance = IsAtEdge || VarianceOfSimpleSample <= Nothing ? null : VarianceOfSimpleSample;
    }

    /// <summary>Estimates from a sampling design.</summary>
    /// <param name="strata">The strata; their shares add up to 1.</param>
    /// <param name="statistic">The standardized prevalence.</param>
    /// <param name="variance">The variance estimator.</param>
    /// <param name="choices">What was chosen.</param>
    public DirectEstimate(
        IReadOnlyList<StratumShare> strata, LinearizedStatistic statistic, SurveyVariance variance, SurveyChoices choices)
    {
        (Strata, Statistic, design, Cap) = (strata, statistic, variance, choices.EffectiveSizeCap);
        DegreesOfFreedom = choices.DegreesOfFreedom.ApplyTo(statistic, variance);
        Completeness = variance.CompletenessOf(statistic);
        Variance = IsCensus ? 0
            : !IsAtEdge && variance.Variance(statistic) is var v && double.IsFinite(v) && v > Nothing * P * Q ? v
            : null;
    }

    /// <summary>The strata of the standard.</summary>
    public IReadOnlyList<StratumShare> Strata { get; }

    /// <summary>The standardized prevalence with its scores, of which differences and ratios can be made; null without a design.</summary>
    public LinearizedStatistic? Statistic { get; }

    /// <summary>V; null if the data show no variance or it is unknown.</summary>
    public double? Variance { get; }

    /// <summary>The degrees of freedom of V; infinite without a design, null if they are unknown.</summary>
    public double? DegreesOfFreedom { get; } = double.PositiveInfinity;

    /// <summary>How much of the population was sampled.</summary>
    public Completeness Completeness { get; }

    /// <summary>To what Korn and Graubard's effective size is held.</summary>
    public EffectiveSizeCap Cap { get; } = EffectiveSizeCap.Persons;

    /// <summary>Whether n_eff is computed as the NCHS macro does, by the design effect among strata.</summary>
    public bool ByNchsStandardErrors { get; init; }

    /// <summary>Whether there is a sampling design.</summary>
    public bool HasDesign => design is not null;

    /// <summary>θ, a proportion from 0 to 1; exactly 0 or 1 if it is that in every stratum.</summary>
    public double P => Strata.All(stratum => stratum.Q == 0) ? 1 : Strata.Sum(stratum => stratum.Share * stratum.P);

    /// <summary>1 − θ.</summary>
    public double Q => Strata.All(stratum => stratum.P == 0) ? 1 : Strata.Sum(stratum => stratum.Share * stratum.Q);

    /// <summary>n, the unweighted number of persons.</summary>
    public long Persons => Strata.Sum(stratum => stratum.Persons);

    /// <summary>Whether nobody, or everybody, is a case.</summary>
    public bool IsAtEdge => Strata.All(stratum => stratum.P == 0) || Strata.All(stratum => stratum.Q == 0);

    /// <summary>Whether everybody in the population was sampled.</summary>
    public bool IsCensus => Completeness == Completeness.Census;

    /// <summary>√V; null if there is no V.</summary>
    public double? StandardError => Variance is { } v ? Math.Sqrt(v) : null;

    /// <summary>Σ c²p̂q̂/n, the variance that simple random samples of the same sizes would have.</summary>
    public double VarianceOfSimpleSample => Strata.Sum(stratum => stratum.Share * stratum.Share * stratum.P * stratum.Q / stratum.Persons);

    /// <summary>V/(θ(1−θ)/n) with a design; null without one, at 0 and 1, and if there is no V.</summary>
    public double? DesignEffect => IsAtEdge || !HasDesign ? null : Variance / (P * Q / Persons);

    /// <summary>
    /// n_eff = θ(1−θ)/V, or n·Σ(c²p̂q̂/n)/V as the NCHS macro computes it; 1/Σ(c²/n) where θ is 0 or 1; null if there is no V, or in a
    /// census.
    /// </summary>
    public double? EffectiveSize =>
        IsAtEdge ? 1 / Strata.Sum(stratum => stratum.Share * stratum.WeightOfCase)
        : IsCensus || Variance is null ? null
        : ByNchsStandardErrors ? Persons * VarianceOfSimpleSample / Variance
        : P * Q / Variance;

    /// <summary>Why there can be no interval; null if there can be one.</summary>
    public Note? Obstacle =>
        IsCensus || IsAtEdge ? null
        : Variance is null && !HasDesign ? Note.NoVarianceInStrata
        : Variance is null ? (Completeness == Completeness.AllPsus ? Note.NoVarianceInsidePsus : Note.NoVariance)
        : DegreesOfFreedom is > 0 ? null
        : DegreesOfFreedom is null ? Note.UnknownRank : Note.NoDegreesOfFreedom;

    /// <summary>
    /// Returns the sample that an interval method is to read: n_eff and Student's t for one with a quantile in its formula, Korn and
    /// Graubard's size for the others.
    /// </summary>
    public EffectiveSample SampleFor(IntervalMethod method, ConfidenceLevel level) =>
        method.HasQuantile
            ? SampleOf(EffectiveSize!.Value, IsAtEdge ? double.PositiveInfinity : DegreesOfFreedom!.Value)
            : SampleOf(SizeForTails(level), double.PositiveInfinity);

    /// <summary>n* = n_eff·(t of n−1 df / t of df)², held to at most n; n_eff without a design and where θ is 0 or 1.</summary>
    public double SizeForTails(ConfidenceLevel level)
    {
        if (IsAtEdge || !HasDesign)
            return EffectiveSize!.Value;
        var ratio = new StudentT(Persons - 1).UpperQuantile(level.Tail) / new StudentT(DegreesOfFreedom!.Value).UpperQuantile(level.Tail);
        var size = EffectiveSize!.Value * ratio * ratio;
        return Cap == EffectiveSizeCap.Persons ? Math.Min(size, Persons) : size;
    }

    // x is exactly 0 or n at the edges, as the methods ask.
    private EffectiveSample SampleOf(double n, double df) => new(Q == 0 ? n : P * n, n, df);
}
