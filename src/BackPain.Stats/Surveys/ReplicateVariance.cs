using System.Globalization;
using BackPain.Stats.Designs;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>The centre from which the deviations of replicate estimates are taken.</summary>
/// <param name="Name">The name of the choice.</param>
public sealed record ReplicateCentre(string Name)
{
    /// <summary>The estimate from the full weights.</summary>
    public static ReplicateCentre Estimate { get; } = new("estimate");

    /// <summary>The mean of the estimates from the replicate weights.</summary>
    public static ReplicateCentre Mean { get; } = new("mean");

    /// <summary>Both, the default first.</summary>
    public static IReadOnlyList<ReplicateCentre> All { get; } = [Estimate, Mean];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>
/// The variance among estimates from replicate weights: V = Σ c_r (θ_r − θ)² (Wolter 2007, Introduction to Variance Estimation, ch. 3–5).
/// </summary>
/// <param name="tabulation">A tabulation with replicate weights.</param>
/// <param name="centre">The centre θ.</param>
public sealed class ReplicateVariance(Tabulation tabulation, ReplicateCentre centre) : SurveyVariance
{
    private readonly IReadOnlyList<Replicate> replicates = tabulation.Weighting!.Replicates;
    private readonly Lazy<long> weighted = new(() =>
        tabulation.Cells.Where(cell => tabulation.IsSampled(cell) && HasWeight(cell)).Sum(cell => cell.Sums.N));
    private (LinearizedStatistic? Statistic, double? DegreesOfFreedom) known;

    /// <inheritdoc/>
    /// <remarks>The rank of the replicate weights minus 1.</remarks>
    public override double? DegreesOfFreedom =>
        tabulation.Weighting!.ReplicateRank.Match<double?>(rank => rank - 1, unknown: () => null, none: () => null);

    /// <inheritdoc/>
    public override string Formula =>
        $"Σ c·(θ − {(centre == ReplicateCentre.Estimate ? "p̂" : "θ̄")})² over the replicates, "
        + "θ the estimate by the replicate's weights and c its scale";

    /// <inheritdoc/>
    public override string Size => string.Create(CultureInfo.InvariantCulture, $"{replicates.Count} replicates");

    /// <inheritdoc/>
    /// <remarks>
    /// The rank of the replicate weights of its persons minus 1, as in R's <c>degf(subset(…))</c>; null if the weights were read as sums.
    /// </remarks>
    public override double? DegreesOfFreedomIn(LinearizedStatistic statistic)
    {
        if (known.Statistic != statistic)
            known = (statistic, HoldsEverybody(statistic) ? DegreesOfFreedom : RankIn(statistic) - 1);
        return known.DegreesOfFreedom;
    }

    /// <summary>Returns the number of replicates in which all persons of a statistic have zero weight.</summary>
    public int SilentReplicates(LinearizedStatistic statistic) => Estimates(statistic).Count(double.IsNaN);

    /// <inheritdoc/>
    public override CovarianceMatrix Covariance(IReadOnlyList<LinearizedStatistic> statistics)
    {
        var estimates = statistics.Select(Estimates).ToArray();
        var centres = statistics.Zip(estimates, CentreOf).ToArray();
        var matrix = new CovarianceMatrix(statistics.Count);
        for (var a = 0; a < statistics.Count; a++)
        {
            for (var b = a; b < statistics.Count; b++)
                matrix[a, b] = Covariance(estimates[a], centres[a], estimates[b], centres[b]);
        }
        return matrix;
    }

    /// <summary>Computes a covariance without the replicates that give no estimate of one of the statistics.</summary>
    private double Covariance(double[] ofA, double aboutA, double[] ofB, double aboutB)
    {
        var sum = 0d;
        for (var r = 0; r < replicates.Count; r++)
        {
            if (!double.IsNaN(ofA[r]) && !double.IsNaN(ofB[r]))
                sum += replicates[r].Scale * (ofA[r] - aboutA) * (ofB[r] - aboutB);
        }
        return sum;
    }

    /// <summary>Returns whether everybody with a weight belongs to a statistic.</summary>
    private bool HoldsEverybody(LinearizedStatistic statistic)
    {
        var persons = 0L;
        for (var i = 0; i < statistic.CellCount; i++)
            persons += tabulation.Cells[statistic.CellAt(i).Cell].Sums.N;
        return persons == weighted.Value;
    }

    private int? RankIn(LinearizedStatistic statistic)
    {
        var space = new ReplicateRankSketch(replicates.Count);
        var line = 0L;
        for (var i = 0; i < statistic.CellCount; i++)
        {
            var cell = tabulation.Cells[statistic.CellAt(i).Cell];
            if (cell.ReplicateRows is not { } rows || rows.Persons != cell.Sums.N)
                return null;
            foreach (var row in rows.Rows)
                space.Add(line++, row);
        }
        return space.Rank;
    }

    private static bool HasWeight(Cell cell)
    {
        foreach (var weight in cell.Replicates)
        {
            if (weight.Value != 0)
                return true;
        }
        return cell.Sums.W.Value != 0;
    }

    private double[] Estimates(LinearizedStatistic statistic) => [.. Enumerable.Range(0, replicates.Count).Select(statistic.ByReplicate)];

    private double CentreOf(LinearizedStatistic statistic, double[] estimates) => centre == ReplicateCentre.Estimate
        ? statistic.Value
        : estimates.Where((estimate, r) => !double.IsNaN(estimate) && replicates[r].Scale > 0).DefaultIfEmpty(statistic.Value).Average();
}
