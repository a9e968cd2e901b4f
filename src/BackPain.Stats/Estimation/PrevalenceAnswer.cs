using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Estimation;

/// <summary>All that was estimated, and everybody who is not in it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Estimates">Outcome by outcome; within each the overall figure, then the breakdowns.</param>
/// <param name="Counted">Who is in them, and who is not.</param>
/// <param name="Methods">The interval methods used.</param>
/// <param name="Design">The sampling design; null for a simple random sample.</param>
public sealed record PrevalenceAnswer(
    PrevalenceQuestion Question,
    IReadOnlyList<PrevalenceEstimate> Estimates,
    DomainAnswer Counted,
    IReadOnlyList<IntervalMethod> Methods,
    DesignSummary? Design)
    : ISurveyAnswer
{
    /// <summary>Answers a question from a tabulation.</summary>
    /// <exception cref="TooManyStrataException">A breakdown has more strata than anybody can read.</exception>
    /// <exception cref="LonelyPsuException">A stratum of the design has a single PSU, and nobody said what to do about it.</exception>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
    public static PrevalenceAnswer To(PrevalenceQuestion question, Tabulation tabulation)
    {
        tabulation = InferredWeights.In(tabulation);
        var variance = tabulation.HasDesign ? SurveyVariance.Of(tabulation, question.Survey) : null;
        var methods = question.Methods.Count > 0 ? question.Methods : [variance is null ? IntervalMethods.Default : IntervalMethods.DefaultOfDesign];
        var estimator = new StratumEstimator(tabulation, question, methods, variance);
        var counted = DomainAnswer.To(question, tabulation);
        return new PrevalenceAnswer(question, [.. counted.Domains.Select(estimator.Of)], counted, methods, variance is null ? null : new DesignSummary(tabulation, variance, question.Survey));
    }
}
