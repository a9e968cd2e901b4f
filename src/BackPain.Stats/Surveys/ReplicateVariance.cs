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

    /// <inheritdoc/>
    /// <remarks>The rank of the replicate weights, less 1.</remarks>
    public override double? DegreesOfFreedom => tabulation.Weighting!.ReplicateRank - 1;

    /// <inheritdoc/>
    public override string Formula => centre == ReplicateCentre.Estimate ? "Σ c·(θ − p̂)² over the replicates, θ the estimate by the replicate's weights and c its scale" : "Σ c·(θ − θ̄)² over the replicates, θ the estimate by the replicate's weights and c its scale";

    /// <inheritdoc/>
    public override string Size => string.Create(CultureInfo.InvariantCulture, $"{replicates.Count} replicates");

    /// <inheritdoc/>
    public override double? DegreesOfFreedomIn(DomainProportion domain) => DegreesOfFreedom;

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

    private double[] Estimates(DomainProportion domain) => [.. Enumerable.Range(0, replicates.Count).Select(replicate => domain.ByReplicate(tabulation, replicate))];

    private double CentreOf(DomainProportion domain, double[] estimates) => centre == ReplicateCentre.Estimate
        ? domain.P
        : estimates.Where((estimate, r) => !double.IsNaN(estimate) && replicates[r].Scale > 0).DefaultIfEmpty(domain.P).Average();
}
