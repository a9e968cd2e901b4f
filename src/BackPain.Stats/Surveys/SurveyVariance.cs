using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>How far estimates of a sampling design vary, and vary together.</summary>
public abstract class SurveyVariance
{
    /// <summary>What is thought of a tabulation with a design.</summary>
    /// <exception cref="LonelyPsuException">A stratum has a single PSU, and the policy is to fail.</exception>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
    public static SurveyVariance Of(Tabulation tabulation, SurveyChoices choices) =>
        tabulation.Weighting is { Replicates.Count: > 0 }
            ? new ReplicateVariance(tabulation, choices.ReplicateCentre)
            : new LinearizedVariance(tabulation, choices.LonelyPsu);

    /// <summary>The covariances of statistics of the same sample, whether or not they are about the same persons.</summary>
    public abstract CovarianceMatrix Covariance(IReadOnlyList<LinearizedStatistic> statistics);

    /// <summary>The covariance of two statistics; NaN if it is unknown.</summary>
    public double Covariance(LinearizedStatistic a, LinearizedStatistic b) =>
        ReferenceEquals(a, b) ? Variance(a) : Covariance([a, b])[0, 1];

    /// <summary>V, the variance of a statistic; NaN if it is unknown.</summary>
    public double Variance(LinearizedStatistic statistic) => Covariance([statistic])[0, 0];

    /// <summary>The degrees of freedom of the whole design; nothing where they cannot be told.</summary>
    public abstract double? DegreesOfFreedom { get; }

    /// <summary>The degrees of freedom among those whom a statistic is about; null where they cannot be told.</summary>
    public abstract double? DegreesOfFreedomIn(LinearizedStatistic statistic);

    /// <summary>How much of the population that a statistic is about was sampled.</summary>
    public virtual Completeness CompletenessOf(LinearizedStatistic statistic) => Completeness.Sample;

    /// <summary>How the variance is computed, in symbols.</summary>
    public abstract string Formula { get; }

    /// <summary>From how many units, in words: "43 strata, 87 PSUs".</summary>
    public abstract string Size { get; }
}
