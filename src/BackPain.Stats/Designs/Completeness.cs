namespace BackPain.Stats.Designs;

/// <summary>How much of the population of a domain was sampled, according to the finite populations.</summary>
public enum Completeness
{
    /// <summary>A part of it.</summary>
    Sample,

    /// <summary>
    /// All PSUs of some stratum, but the persons within the PSUs may have been sampled too; the variance among them is unknown.
    /// </summary>
    AllPsus,

    /// <summary>All of it, so there is no sampling error.</summary>
    Census,
}
