namespace BackPain.Stats.Designs;

/// <summary>How much of the population of a domain the finite populations say was sampled.</summary>
public enum Completeness
{
    /// <summary>A sample.</summary>
    Sample,

    /// <summary>Every PSU of some stratum, but persons inside the PSUs may have been sampled too; the variance among them is unknown.</summary>
    AllPsus,

    /// <summary>Everybody, so that there is no sampling error.</summary>
    Census,
}
