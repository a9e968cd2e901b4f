using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>The estimates that answer a question, and who is not included in them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Estimates">The estimates, by outcome; for each outcome, the overall figure first and then the breakdowns.</param>
/// <param name="Counted">Who is in which domain, and who is in none.</param>
/// <param name="Methods">The interval methods used, in the order requested.</param>
/// <param name="Design">The sampling design; null for a simple random sample.</param>
public sealed record PrevalenceAnswer(
    PrevalenceQuestion Question,
    IReadOnlyList<PrevalenceEstimate> Estimates,
    DomainAnswer Counted,
    IReadOnlyList<IntervalMethod> Methods,
    DesignSummary? Design)
    : ISurveyAnswer
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; } =
        [.. Estimates.SelectMany(estimate => estimate.Intervals).SelectMany(interval => interval.Notes).Distinct()];

    /// <summary>Estimates the prevalence in every requested domain of a tabulation.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has too many strata to be shown.</exception>
    /// <exception cref="LonelyPsuException">A design stratum has a single PSU, and no policy for such strata was chosen.</exception>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    public static PrevalenceAnswer To(PrevalenceQuestion question, Tabulation tabulation)
    {
        tabulation = InferredWeights.In(tabulation);
        var variance = tabulation.HasDesign ? SurveyVariance.Of(tabulation, question.Survey) : null;
        var methods = question.Methods.Count > 0
            ? question.Methods
            : [variance is null ? IntervalMethods.Default : IntervalMethods.DefaultOfDesign];
        var estimator = new StratumEstimator(tabulation, question, methods, variance);
        var counted = DomainAnswer.To(question, tabulation);
        return new PrevalenceAnswer(
            question,
            [.. counted.Domains.Select(estimator.Of)],
            counted,
            methods,
            variance is null ? null : new DesignSummary(tabulation, variance, question.Survey));
    }
}
