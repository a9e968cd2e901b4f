using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>The variances and covariances of estimates from a sampling design.</summary>
public abstract class SurveyVariance
{
    /// <summary>Creates the variance estimator for a tabulation with a design.</summary>
    /// <exception cref="LonelyPsuException">A stratum has a single PSU, and the policy is to fail.</exception>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    public static SurveyVariance Of(Tabulation tabulation, SurveyChoices choices) =>
        tabulation.Weighting is { Replicates.Count: > 0 }
            ? new ReplicateVariance(tabulation, choices.ReplicateCentre)
            : new LinearizedVariance(tabulation, choices.LonelyPsu);

    /// <summary>Computes the covariances of statistics of the same sample, whether or not they concern the same persons.</summary>
    public abstract CovarianceMatrix Covariance(IReadOnlyList<LinearizedStatistic> statistics);

    /// <summary>Computes the covariance of two statistics; NaN if it is unknown.</summary>
    public double Covariance(LinearizedStatistic a, LinearizedStatistic b) =>
        ReferenceEquals(a, b) ? Variance(a) : Covariance([a, b])[0, 1];

    /// <summary>Computes V, the variance of a statistic; NaN if it is unknown.</summary>
    public double Variance(LinearizedStatistic statistic) => Covariance([statistic])[0, 0];

    /// <summary>The degrees of freedom of the whole design; null if they cannot be determined.</summary>
    public abstract double? DegreesOfFreedom { get; }

    /// <summary>Returns the degrees of freedom among the persons of a statistic, or null if they cannot be determined.</summary>
    public abstract double? DegreesOfFreedomIn(LinearizedStatistic statistic);

    /// <summary>Returns how much of the population of a statistic was sampled.</summary>
    public virtual Completeness CompletenessOf(LinearizedStatistic statistic) => Completeness.Sample;

    /// <summary>The formula of the variance.</summary>
    public abstract string Formula { get; }

    /// <summary>The number of units it is computed from, in words: "43 strata, 87 PSUs".</summary>
    public abstract string Size { get; }
}
