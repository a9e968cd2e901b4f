using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Distributions;
using BackPain.Stats.Domains;
using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>The number of cases in the population: the sum of the weights of the cases, with its standard error.</summary>
/// <param name="Total">Σwy.</param>
/// <param name="StandardError">The standard error; null without cases, where the data show none, and if it is unknown.</param>
/// <param name="Lower">The lower limit, at least 0; null if there is none.</param>
/// <param name="Upper">The upper limit; null if there is none.</param>
/// <remarks>The limits are those of a normal total: Σwy ± t·SE.</remarks>
public sealed record TotalEstimate(double Total, double? StandardError, double? Lower, double? Upper)
{
    /// <summary>Estimates the total of a domain.</summary>
    /// <param name="tabulation">A tabulation with weights.</param>
    /// <param name="domain">The counts of the domain.</param>
    /// <param name="variance">The variance estimator.</param>
    /// <param name="choices">What was chosen.</param>
    /// <param name="level">The confidence level.</param>
    public static TotalEstimate Of(
        Tabulation tabulation, Margin domain, SurveyVariance variance, SurveyChoices choices, ConfidenceLevel level)
    {
        var cells = new List<ScoredCell>(domain.Cells.Length);
        foreach (var cell in domain.Cells.Span)
            cells.Add(new ScoredCell(cell.Cell, cell.IsCase ? 1 : 0));
        var total = new WeightedTotal(tabulation, cells);
        var completeness = variance.CompletenessOf(total);
        if (completeness == Completeness.Census)
            return new TotalEstimate(total.Value, 0, total.Value, total.Value);
        // Among no cases, and where all PSUs were sampled and persons in them may be a sample, the data show no variance.
        if (total.Value == 0 || variance.Variance(total) is not (> 0 and < double.PositiveInfinity and var v))
            return new TotalEstimate(total.Value, null, null, null);
        var error = Math.Sqrt(v);
        if (choices.DegreesOfFreedom.ApplyTo(total, variance) is not (> 0 and var df))
            return new TotalEstimate(total.Value, error, null, null);
        var half = new StudentT(df).UpperQuantile(level.Tail) * error;
        return new TotalEstimate(total.Value, error, Math.Max(0, total.Value - half), total.Value + half);
    }
}
