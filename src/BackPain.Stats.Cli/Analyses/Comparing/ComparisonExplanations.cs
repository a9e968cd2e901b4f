using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Cli.Analyses.Comparing;

/// <summary>Explains how the intervals and tests of comparisons were computed.</summary>
internal static class ComparisonExplanations
{
    /// <summary>The explanations of all pairs that are not empty.</summary>
    public static IEnumerable<Explained> All(ComparisonAnswer answer) =>
        from row in answer.Rows
        where row.Pair is { IsEmpty: false }
        let explanation = answer.Design is null ? OfCounts(row, answer.Question.Level) : OfDesign(row, answer)
        where explanation is not null
        select new Explained(HeadingOf(row, answer.Question.Level), explanation);

    private static string HeadingOf(ComparisonRow row, ConfidenceLevel level)
    {
        var where = string.Concat(row.Stratum.Select(stratum => $", {stratum.Column} {stratum.Level}"));
        var what = row.Measure is { } measure ? $"{measure.Title}, {row.Method.Title}, level {level}" : row.Method.Title;
        return $"{row.Outcome.Name}{where}, {ComparisonPage.NameOf(row.Pair!.Value)}: {what}";
    }

    private static Explanation? OfCounts(ComparisonRow row, ConfidenceLevel level)
    {
        var groups = new TwoGroups(row.Pair!.Value.Group.Proportion, row.Pair.Value.Reference.Proportion);
        return row.Measure is { } measure
            ? ComparisonMethods.Of(measure).FirstOrDefault(method => method.Name == row.Method.Name)?.Explain(groups, level)
            : TwoGroupTests.Find(row.Method.Name)?.Explain(groups);
    }

    private static Explanation? OfDesign(ComparisonRow row, ComparisonAnswer answer)
    {
        if (row is not { Measure: { } measure, Estimate: { } estimate, StandardError: { } se, DegreesOfFreedom: { } df }
            || row is not { Limits: { } limits, Statistic: { } t })
            return null;
        var quantile = new StudentT(df).UpperQuantile(answer.Question.Level.Tail);
        var (p1, p2) = (row.Prevalence!.Value, row.ReferencePrevalence!.Value);
        FormattableString ratio = measure == ComparisonMeasure.Ratio ? $"{p1}/{p2}" : (FormattableString)$"({p1}/{1 - p1})/({p2}/{1 - p2})";
        var variance = answer.Design!.Variance;
        var scale = measure.IsRatio ? " of its logarithm" : "";
        return new Explanation(
            row.Method,
            [
                new(measure.Name, measure.Formula, measure.IsRatio ? ratio : $"{p1} − {p2}", estimate),
                new("se", $"the square root of the variance{scale}: {variance.Formula}", $"{variance.Size}", se),
                new("t", "t⁻¹(1 − α/2; df), Student's t quantile", $"t⁻¹(1 − {answer.Question.Level.Alpha}/2; {df})", quantile),
                measure.IsRatio
                    ? new(ExplanationStep.Lower, $"{measure.Name}·exp(−t·se)", $"{estimate}·exp(−{quantile}·{se})", limits.Lower)
                    : new(ExplanationStep.Lower, "difference − t·se", $"{estimate} − {quantile}·{se}", limits.Lower),
                measure.IsRatio
                    ? new(ExplanationStep.Upper, $"{measure.Name}·exp(t·se)", $"{estimate}·exp({quantile}·{se})", limits.Upper)
                    : new(ExplanationStep.Upper, "difference + t·se", $"{estimate} + {quantile}·{se}", limits.Upper),
                new("statistic", measure.IsRatio ? $"ln {measure.Name}/se" : "difference/se", $"the estimate{scale} over {se}", t),
                new("p", "P(|T| ≥ |statistic|), T with df", $"P(|T| ≥ |{t}|), df {df}", row.P!.Value),
            ],
            [.. row.Notes.Select(note => note.Wording.InOptions())]);
    }
}
