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

    /// <summary>The covariance of two proportions of the same sample, whether or not their domains share persons.</summary>
    /// <returns>A covariance; not a number where it cannot be told.</returns>
    public abstract double Covariance(DomainProportion a, DomainProportion b);

    /// <summary>V, the variance of a proportion; not a number where it cannot be told.</summary>
    public double Variance(DomainProportion domain) => Covariance(domain, domain);

    /// <summary>The degrees of freedom of the whole design; nothing where they cannot be told.</summary>
    public abstract double? DegreesOfFreedom { get; }

    /// <summary>The degrees of freedom in a domain; nothing where they cannot be told.</summary>
    public abstract double? DegreesOfFreedomIn(DomainProportion domain);

    /// <summary>How much of the population of a domain was sampled.</summary>
    public virtual Completeness CompletenessOf(DomainProportion domain) => Completeness.Sample;

    /// <summary>How the variance is computed, in symbols.</summary>
    public abstract string Formula { get; }

    /// <summary>From how many units, in words: "43 strata, 87 PSUs".</summary>
    public abstract string Size { get; }
}
