using System.Globalization;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Comparisons.Trends;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Comparisons;

/// <summary>The trend of prevalence over the groups of a simple random sample.</summary>
/// <param name="question">A question with a trend.</param>
internal sealed class TrendComparer(ComparisonQuestion question)
{
    /// <summary>The trend within one stratum: its test, the departure from it, and the slope of each measure.</summary>
    public IEnumerable<ComparisonRow> Compare(GroupSet set)
    {
        var scores = question.Scores!.Of(set.Groups);
        var groups = set.Groups
            .Zip(scores, (group, score) => (group, score))
            .Where(pair => !pair.group.IsEmpty)
            .Select(pair => new ScoredGroup(pair.score, pair.group.Proportion))
            .ToList();
        var note = ScoresNote(set.Groups, scores);
        var trend = groups.Count > 0 ? new Trend(groups) : null;
        yield return TestOf(set, TrendMethods.Test, ComparisonKind.Trend, trend?.CochranArmitage, note);
        yield return TestOf(set, TrendMethods.Departure, ComparisonKind.Departure, trend?.Departure, note);
        foreach (var measure in question.Measures)
        {
            yield return measure == ComparisonMeasure.Difference ? SlopeOf(set, measure, TrendMethods.Linear, trend?.Linear, note)
                : groups.Count == 0 ? SlopeOf(set, measure, TrendMethods.Logistic, null, note)
                : measure == ComparisonMeasure.Ratio
                    ? SlopeOf(set, measure, TrendMethods.ModifiedPoisson, LogSlope.ModifiedPoisson(groups), note)
                    : SlopeOf(set, measure, TrendMethods.Logistic, LogSlope.Logistic(groups), note);
        }
    }

    private static Note ScoresNote(IReadOnlyList<ComparedGroup> groups, IReadOnlyList<double> scores) => new Note(
        "scores",
        "Scores of the trend: "
        + string.Join(", ", groups.Zip(scores, (group, score) => string.Create(CultureInfo.InvariantCulture, $"{group.Name} = {score}")))
        + ".");

    private static ComparisonRow TestOf(GroupSet set, CitedMethod method, ComparisonKind kind, TestResult? result, Note scores) =>
        new(set.Outcome, set.Stratum, method)
        {
            Kind = kind,
            NumeratorDegreesOfFreedom = result?.DegreesOfFreedom,
            Statistic = result?.Statistic,
            P = result?.P,
            Notes = result?.P is null ? [scores, ComparisonNotes.TrendUndefined] : [scores],
        };

    private ComparisonRow SlopeOf(
        GroupSet set, ComparisonMeasure measure, CitedMethod method, (double Slope, double StandardError)? fit, Note scores)
    {
        var row = new ComparisonRow(set.Outcome, set.Stratum, method)
        {
            Measure = measure,
            Notes = [scores, ComparisonNotes.TrendUndefined],
        };
        if (fit is not { } found)
            return row;
        var half = StandardNormal.UpperQuantile(question.Level.Tail) * found.StandardError;
        var estimate = measure.IsRatio ? Math.Exp(found.Slope) : found.Slope;
        return row with
        {
            Estimate = estimate,
            Limits = measure.IsRatio
                ? new ComparisonLimits(estimate * Math.Exp(-half), estimate * Math.Exp(half))
                : new ComparisonLimits(estimate - half, estimate + half),
            StandardError = found.StandardError,
            Notes = [scores],
        };
    }
}
