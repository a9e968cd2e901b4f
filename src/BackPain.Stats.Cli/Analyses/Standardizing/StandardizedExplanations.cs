using BackPain.Stats.Cli.Results;
using BackPain.Stats.Intervals;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Cli.Analyses.Standardizing;

/// <summary>Explains how standardized prevalences and their intervals were computed.</summary>
internal static class StandardizedExplanations
{
    /// <summary>The explanations of all rows that have an interval.</summary>
    public static IEnumerable<Explained> All(StandardizedAnswer answer, CountedUnit unit)
    {
        var rows = new StandardizedSteps(answer);
        foreach (var estimate in answer.Estimates)
        {
            if (estimate.Direct is { IsCensus: true } || estimate.Indirect?.Crude is { IsCensus: true })
                continue;
            foreach (var interval in estimate.Intervals.Where(interval => interval.Interval is not null))
            {
                if (rows.Explain(estimate, interval) is { } explanation)
                    yield return new Explained(
                        $"{HeadingOf(estimate, unit)}, {explanation.Method.Title}, level {answer.Question.Level}", explanation);
            }
        }
    }

    private static string HeadingOf(StandardizedEstimate estimate, CountedUnit unit)
    {
        var who = estimate.Stratum.Count == 0
            ? "overall"
            : string.Join(", ", estimate.Stratum.Select(level => $"{level.Column} {level.Level}"));
        return $"{estimate.Outcome.Name}, {who}: {unit.Of(estimate.Crude.Persons)}, "
            + (estimate.Direct is not null ? "directly standardized" : "indirectly standardized");
    }
}

/// <summary>The steps from the strata of the standard to the standardized prevalence, and from there to the limits.</summary>
/// <param name="answer">What was found.</param>
internal sealed class StandardizedSteps(StandardizedAnswer answer)
{
    /// <summary>Explains one interval; null if its method is not among those of the answer.</summary>
    public Explanation? Explain(StandardizedEstimate estimate, StandardizedInterval interval)
    {
        var level = answer.Question.Level;
        if (estimate.Direct is { } direct)
            return answer.DirectLimits.FirstOrDefault(limits => limits.Method == interval.Method)?.Explain(direct, level, Of(direct));
        return estimate.Indirect is { } indirect
            ? answer.IndirectLimits.FirstOrDefault(limits => limits.Method == interval.Method)?.Explain(indirect, level, Of(indirect))
            : null;
    }

    private IEnumerable<ExplanationStep> Of(DirectEstimate direct)
    {
        foreach (var stratum in direct.Strata)
            yield return new(
                $"c·p̂ in {stratum.Name}", "the share of the stratum in the standard, times its prevalence",
                $"{stratum.Share}·{stratum.P} ({stratum.Cases}/{stratum.Persons})", stratum.Share * stratum.P);
        yield return new("θ", "Σ c·p̂, the standardized prevalence", $"over {direct.Strata.Count} strata", direct.P);
        if (direct.Variance is not { } v)
            yield break;
        yield return answer.Design is { } design
            ? new(
                "V",
                design.Variance.Formula.Replace("w(y − p̂)/Σw", "c·w(y − p̂)/Σw of the stratum", StringComparison.Ordinal),
                $"over {design.Variance.Size}",
                v)
            : new("V", "Σ c²p̂q̂/n", $"over {direct.Strata.Count} strata", v);
        yield return new("standard error", "√V", $"√{v}", Math.Sqrt(v));
    }

    private static IEnumerable<ExplanationStep> Of(IndirectEstimate indirect)
    {
        foreach (var stratum in indirect.Strata)
            yield return new(
                $"r·n in {stratum.Name}",
                "the rate of the reference, times the persons of the row",
                $"{stratum.Rate}·{stratum.Persons}",
                stratum.Expected);
        yield return new("E", "Σ r·n, the cases expected", $"over {indirect.Strata.Count} strata", indirect.Expected);
        if (indirect.Ratio is not { } ratio)
            yield break;
        yield return new("O/E", "observed over expected cases", $"{indirect.Observed}/{indirect.Expected}", ratio);
        yield return new(
            "standardized prevalence",
            "O/E times the crude prevalence of the reference",
            $"{ratio}·{indirect.CrudeReference}",
            ratio * indirect.CrudeReference);
    }
}
