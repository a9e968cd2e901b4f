using BackPain.Stats.Domains;
using BackPain.Stats.Populations;
using BackPain.Stats.Rates;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>Standardizes domains directly.</summary>
/// <param name="tabulation">The tabulation.</param>
/// <param name="question">The question.</param>
/// <param name="variance">The variance estimator of the design; null for a simple random sample.</param>
internal sealed class DirectEstimator(Tabulation tabulation, StandardizationQuestion question, SurveyVariance? variance)
{
    /// <summary>Estimates θ from the strata of the standard that have persons.</summary>
    /// <param name="part">The part of the standard.</param>
    /// <param name="margins">The counts in each stratum; null or without persons if it is left out.</param>
    public DirectEstimate Of(StandardPart part, IReadOnlyList<Margin?> margins)
    {
        var present = Enumerable.Range(0, margins.Count).Where(k => margins[k] is { Persons: > 0 }).ToList();
        var sum = present.Sum(k => part.Strata[k].Share);
        var shares = present.ConvertAll(k => part.Strata[k].Share / sum);
        if (variance is null)
        {
            return new DirectEstimate([.. present.Select((k, i) => SimpleShareOf(part.Strata[k].Name, shares[i], margins[k]!))])
            {
                ByNchsStandardErrors = question.ByNchsStandardErrors,
            };
        }
        var proportions = present.ConvertAll(k => new DomainProportion(tabulation, margins[k]!.Cells));
        return new DirectEstimate(
            [.. present.Select((k, i) => new StratumShare(
                part.Strata[k].Name, shares[i], margins[k]!.Cases, margins[k]!.Persons, proportions[i].P, proportions[i].Q))],
            DeltaRule.Sum(shares, proportions),
            variance,
            question.Survey)
        {
            ByNchsStandardErrors = question.ByNchsStandardErrors,
        };
    }

    private static StratumShare SimpleShareOf(string name, double share, Margin margin) => new(
        name,
        share,
        margin.Cases,
        margin.Persons,
        (double)margin.Cases / margin.Persons,
        (double)(margin.Persons - margin.Cases) / margin.Persons);
}
