using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Surveys;

/// <summary>The steps from a sampling design to the effective sample of an interval method.</summary>
public static class DesignExplanation
{
    /// <summary>Explains the interval of a method.</summary>
    /// <param name="estimate">The estimate, for which an interval can be given.</param>
    /// <param name="variance">The variance estimator.</param>
    /// <param name="method">The method.</param>
    /// <param name="level">The confidence level.</param>
    public static Explanation Of(DesignEstimate estimate, SurveyVariance variance, IntervalMethod method, ConfidenceLevel level)
    {
        var sample = estimate.SampleFor(method, level);
        var x = new ExplanationStep("x", "p̂·n", $"{estimate.P}·{sample.N}", sample.X);
        return method.Explain(sample, level, [.. Before(estimate, variance, method, level), x]);
    }

    private static IEnumerable<ExplanationStep> Before(
        DesignEstimate estimate, SurveyVariance variance, IntervalMethod method, ConfidenceLevel level)
    {
        var domain = estimate.Domain;
        yield return new("p̂", "weight of the cases over the weight of all", $"{domain.WeightOfCases}/{domain.Weight}", domain.P);
        if (estimate.IsAtEdge)
        {
            yield return new("n", "the number of persons, since the data show no variance", $"{domain.Persons}", domain.Persons);
            yield break;
        }
        yield return new("V", variance.Formula, $"over {variance.Size}", estimate.Variance!.Value);
        yield return new("standard error", "√V", $"√{estimate.Variance.Value}", estimate.StandardError!.Value);
        yield return new(
            method.HasQuantile ? "n" : "n_eff",
            "p̂q̂/V, the effective sample size",
            $"{domain.P}·{domain.Q}/{estimate.Variance.Value}",
            estimate.EffectiveSize!.Value);
        if (method.HasQuantile)
            yield break;
        var bound = estimate.Cap == EffectiveSizeCap.Persons ? "at most m, the number of persons" : "m the number of persons";
        yield return new(
            "n",
            $"n_eff·(t of m−1 df / t of df)², {bound}",
            $"{estimate.EffectiveSize.Value}·(t({domain.Persons - 1})/t({estimate.DegreesOfFreedom!.Value}))²",
            estimate.KornGraubardSize(level));
    }
}
