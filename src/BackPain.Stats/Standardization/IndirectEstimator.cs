using BackPain.Stats.Domains;
using BackPain.Stats.Populations;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>Standardizes domains indirectly.</summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="question">The question.</param>
/// <param name="variance">The variance estimator of the design; null for a simple random sample.</param>
internal sealed class IndirectEstimator(Tabulation tabulation, StandardizationQuestion question, SurveyVariance? variance)
{
    /// <summary>Estimates the ratio of observed to expected cases.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="margins">The counts of the row in each stratum; null if nobody is in it.</param>
    /// <param name="whole">The counts of the row.</param>
    /// <param name="crude">The crude prevalence of the row by the design; null without one.</param>
    public IndirectEstimate Of(
        MatchedPopulation<ReferenceGroup> reference, IReadOnlyList<Margin?> margins, Margin whole, DesignEstimate? crude)
    {
        var rates = reference.Strata.Select(groups => groups.Sum(group => group.Cases) / groups.Sum(group => group.Persons)).ToList();
        var crudeReference = reference.Strata.Sum(groups => groups.Sum(group => group.Cases))
            / reference.Strata.Sum(groups => groups.Sum(group => group.Persons));
        var present = Enumerable.Range(0, margins.Count).Where(k => margins[k] is { Persons: > 0 }).ToList();
        if (variance is null || crude is null)
        {
            return new IndirectEstimate(
                [.. present.Select(k => new ExpectedStratum(reference.Names[k], rates[k], margins[k]!.Persons))],
                whole.Cases,
                whole.Persons,
                crudeReference);
        }
        var strata = present.ConvertAll(k => new ExpectedStratum(
            reference.Names[k], rates[k], new DomainProportion(tabulation, margins[k]!.Cells).Weight));
        var rateOfCell = present.SelectMany(k => margins[k]!.Cells.ToArray().Select(cell => new ScoredCell(cell.Cell, rates[k])))
            .OrderBy(cell => cell.Cell)
            .ToList();
        var observed = new WeightedTotal(
            tabulation, [.. whole.Cells.ToArray().Select(cell => new ScoredCell(cell.Cell, cell.IsCase ? 1 : 0))]);
        var expected = new WeightedTotal(tabulation, rateOfCell);
        var logRatio = observed.Value > 0 && expected.Value > 0 ? DeltaRule.LogRatio(observed, expected) : null;
        return new IndirectEstimate(strata, crude, crudeReference, logRatio, variance, question.Survey);
    }
}
