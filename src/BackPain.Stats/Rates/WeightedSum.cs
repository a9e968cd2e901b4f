namespace BackPain.Stats.Rates;

/// <summary>A weighted sum of the cases of strata: y = Σ w·x, w = c/n.</summary>
/// <param name="strata">The strata.</param>
public sealed class WeightedSum(IReadOnlyList<StratumShare> strata)
{
    /// <summary>y, the sum.</summary>
    public double Y { get; } = strata.Sum(stratum => stratum.WeightOfCase * stratum.Cases);

    /// <summary>v = Σ w²x, its variance if the cases are Poisson counts.</summary>
    public double V { get; } = strata.Sum(stratum => stratum.WeightOfCase * stratum.WeightOfCase * stratum.Cases);

    /// <summary>X, the unweighted number of cases.</summary>
    public long Cases { get; } = strata.Sum(stratum => stratum.Cases);

    /// <summary>M, the largest weight.</summary>
    public double LargestWeight { get; } = strata.Max(stratum => stratum.WeightOfCase);

    /// <summary>The mean of the weights.</summary>
    public double MeanWeight { get; } = strata.Average(stratum => stratum.WeightOfCase);

    /// <summary>The mean of the squared weights.</summary>
    public double MeanSquaredWeight { get; } = strata.Average(stratum => stratum.WeightOfCase * stratum.WeightOfCase);
}
