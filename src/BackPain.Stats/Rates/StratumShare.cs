namespace BackPain.Stats.Rates;

/// <summary>A stratum of a standard population as one row of a table shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">c, its share of the standard, as far as that is used; from 0 to 1.</param>
/// <param name="Cases">x, the unweighted number of cases.</param>
/// <param name="Persons">n, the unweighted number of persons; at least 1.</param>
/// <param name="P">p̂, the prevalence in the stratum as a proportion, weighted if there are weights.</param>
/// <param name="Q">q̂ = 1 − p̂.</param>
public sealed record StratumShare(string Name, double Share, long Cases, long Persons, double P, double Q)
{
    /// <summary>c/n, what one case adds to the standardized prevalence of a simple random sample.</summary>
    public double WeightOfCase => Share / Persons;
}
