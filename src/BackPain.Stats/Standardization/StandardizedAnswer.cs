using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Populations;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Standardization;

/// <summary>The standardized prevalences that answer a question, and who is not included in them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Estimates">The estimates, by outcome; for each outcome, the overall figure first and then the breakdowns.</param>
/// <param name="Counted">Who is in which domain, and who is in none.</param>
/// <param name="Methods">The methods used, in the order requested.</param>
/// <param name="Parts">With direct standardization, the part of the standard that each outcome is standardized to.</param>
/// <param name="Design">The sampling design; null for a simple random sample.</param>
public sealed record StandardizedAnswer(
    StandardizationQuestion Question,
    IReadOnlyList<StandardizedEstimate> Estimates,
    DomainAnswer Counted,
    IReadOnlyList<CitedMethod> Methods,
    IReadOnlyDictionary<KeyColumn, StandardPart> Parts,
    DesignSummary? Design)
    : ISurveyAnswer
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; } =
        [.. Estimates.SelectMany(estimate => estimate.Intervals).SelectMany(interval => interval.Notes).Distinct()];

    /// <summary>With direct standardization, the ways to limits that were used.</summary>
    public IReadOnlyList<DirectLimits> DirectLimits { get; init; } = [];

    /// <summary>With indirect standardization, the ways to limits that were used.</summary>
    public IReadOnlyList<IndirectLimits> IndirectLimits { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Note> Warnings { get; } = [.. StandardNotes.On(Question, Parts.Values)];

    /// <summary>Standardizes the prevalence in every requested domain of a tabulation by the given columns.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has too many strata to be shown.</exception>
    /// <exception cref="LonelyPsuException">A design stratum has a single PSU, and no policy for such strata was chosen.</exception>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    /// <exception cref="StandardizationException">The data and the standard or reference do not go together.</exception>
    public static StandardizedAnswer To(StandardizationQuestion question, Tabulation tabulation)
    {
        tabulation = InferredWeights.In(tabulation);
        var variance = tabulation.HasDesign ? SurveyVariance.Of(tabulation, question.Survey) : null;
        question = question with { KnownColumns = question.Over };
        var rows = DomainAnswer.To(question, tabulation);
        var strata = DomainAnswer.To(
            question with
            {
                Stratifications =
                [
                    new Stratification([.. question.Over]),
                    .. question.Stratifications.Select(by => new Stratification([.. by.Columns, .. question.Over])),
                ],
                Overall = false,
                EmptyStrata = false,
            },
            tabulation);
        var estimator = new StandardizedRows(tabulation, question, strata.Domains, variance);
        return new StandardizedAnswer(
            question,
            estimator.Of(rows.Domains),
            strata,
            estimator.Methods,
            estimator.Parts,
            variance is null ? null : new DesignSummary(tabulation, variance, question.Survey))
        {
            DirectLimits = estimator.Limits.Direct,
            IndirectLimits = estimator.Limits.Indirect,
        };
    }
}
