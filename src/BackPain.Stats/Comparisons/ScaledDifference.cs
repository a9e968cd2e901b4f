using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Statistics;

namespace BackPain.Stats.Comparisons;

/// <summary>The difference of two proportions on the scale of a measure: as it is, or of their logarithms or logits.</summary>
/// <param name="measure">The measure.</param>
/// <param name="group">The proportion of the group.</param>
/// <param name="reference">The proportion of the reference.</param>
/// <param name="replicates">The number of replicate weights.</param>
internal sealed class ScaledDifference(ComparisonMeasure measure, DomainProportion group, DomainProportion reference, int replicates)
{
    /// <summary>Whether the statistic is undefined by some replicates, so that it is linear in the proportions by all of them.</summary>
    public bool LacksReplicates { get; } = measure.IsRatio && Enumerable.Range(0, replicates).Any(replicate =>
        IsUndefined(measure, group.ByReplicate(replicate)) || IsUndefined(measure, reference.ByReplicate(replicate)));

    /// <summary>The statistic.</summary>
    public LinearizedStatistic Statistic => LacksReplicates ? Linear() : Exact();

    private static bool IsUndefined(ComparisonMeasure measure, double p) => p == 0 || (measure == ComparisonMeasure.OddsRatio && p == 1);

    private LinearizedStatistic Exact() =>
        measure == ComparisonMeasure.Difference ? DeltaRule.Difference(group, reference)
        : measure == ComparisonMeasure.Ratio ? DeltaRule.LogRatio(group, reference)
        : DeltaRule.LogOddsRatio(group, reference);

    private CombinedStatistic Linear()
    {
        var (value, slopes) = (Exact().Value, new[] { SlopeAt(group), -SlopeAt(reference) });
        return new CombinedStatistic(
            [group, reference],
            values => value + (slopes[0] * (values[0] - group.P)) + (slopes[1] * (values[1] - reference.P)),
            slopes);
    }

    private double SlopeAt(DomainProportion p) => measure == ComparisonMeasure.Ratio ? 1 / p.P : 1 / (p.P * p.Q);
}
