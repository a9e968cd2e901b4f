using System.Globalization;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>Around what the estimates by replicate weights are taken to vary.</summary>
/// <param name="Name">As typed.</param>
public sealed record ReplicateCentre(string Name)
{
    /// <summary>The estimate by the full weights.</summary>
    public static ReplicateCentre Estimate { get; } = new("estimate");

    /// <summary>The mean of the estimates by the replicate weights.</summary>
    public static ReplicateCentre Mean { get; } = new("mean");

    /// <summary>Both, the usual one first.</summary>
    public static IReadOnlyList<ReplicateCentre> All { get; } = [Estimate, Mean];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The variance among estimates by replicate weights: V = Σ c_r (θ_r − θ)² (Wolter 2007, Introduction to Variance Estimation, ch. 3–5).</summary>
/// <param name="tabulation">A tabulation with replicate weights.</param>
/// <param name="centre">What θ is.</param>
public sealed class ReplicateVariance(Tabulation tabulation, ReplicateCentre centre) : SurveyVariance
{
    private readonly IReadOnlyList<Replicate> replicates = tabulation.Weighting!.Replicates;
    private readonly Lazy<long> weighted = new(() => tabulation.Cells.Where(cell => tabulation.IsSampled(cell) && HasWeight(cell)).Sum(cell => cell.Sums.N));
    private (DomainProportion? Domain, double? DegreesOfFreedom) known;

    /// <inheritdoc/>
    /// <remarks>The rank of the replicate weights, less 1.</remarks>
    public override double? DegreesOfFreedom => tabulation.Weighting!.ReplicateRank - 1;

    /// <inheritdoc/>
    public override string Formula => centre == ReplicateCentre.Estimate ? "Σ c·(θ − p̂)² over the replicates, θ the estimate by the replicate's weights and c its scale" : "Σ c·(θ − θ̄)² over the replicates, θ the estimate by the replicate's weights and c its scale";

    /// <inheritdoc/>
    public override string Size => string.Create(CultureInfo.InvariantCulture, $"{replicates.Count} replicates");

    /// <inheritdoc/>
    /// <remarks>The rank of the replicate weights of the persons of the domain, less 1, as in R's <c>degf(subset(…))</c>; null where these came as sums.</remarks>
    public override double? DegreesOfFreedomIn(DomainProportion domain)
    {
        if (known.Domain != domain)
            known = (domain, HoldsEverybody(domain) ? DegreesOfFreedom : RankIn(domain) - 1);
        return known.DegreesOfFreedom;
    }

    /// <summary>By how many replicates nobody of the domain has any weight, so that they say nothing of it.</summary>
    public int SilentReplicates(DomainProportion domain) => Estimates(domain).Count(double.IsNaN);

    /// <inheritdoc/>
    public override double Covariance(DomainProportion a, DomainProportion b)
    {
        var (ofA, ofB) = (Estimates(a), Estimates(b));
        var (aboutA, aboutB) = (CentreOf(a, ofA), CentreOf(b, ofB));
        var sum = 0d;
        for (var r = 0; r < replicates.Count; r++)
        {
            if (!double.IsNaN(ofA[r]) && !double.IsNaN(ofB[r]))
                sum += replicates[r].Scale * (ofA[r] - aboutA) * (ofB[r] - aboutB);
        }
        return sum;
    }

    /// <summary>Whether nobody with any weight is outside of a domain.</summary>
    private bool HoldsEverybody(DomainProportion domain)
    {
        var persons = 0L;
        foreach (var cell in domain.Cells)
            persons += tabulation.Cells[cell.Cell].Sums.N;
        return persons == weighted.Value;
    }

    private int? RankIn(DomainProportion domain)
    {
        var space = new RowSpace(replicates.Count);
        var place = 0L;
        foreach (var domainCell in domain.Cells)
        {
            var cell = tabulation.Cells[domainCell.Cell];
            if (cell.ReplicateRows is not { } rows || rows.Persons != cell.Sums.N)
                return null;
            foreach (var row in rows.Rows)
                space.Add(place++, row);
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

    private double[] Estimates(DomainProportion domain) => [.. Enumerable.Range(0, replicates.Count).Select(replicate => domain.ByReplicate(tabulation, replicate))];

    private double CentreOf(DomainProportion domain, double[] estimates) => centre == ReplicateCentre.Estimate
        ? domain.P
        : estimates.Where((estimate, r) => !double.IsNaN(estimate) && replicates[r].Scale > 0).DefaultIfEmpty(domain.P).Average();
}
