using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Strata;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Domains;
using BackPain.Stats.Intervals;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>Compares pairs of groups of a simple random sample within strata, and pools the strata (Mantel–Haenszel).</summary>
internal sealed class Adjuster
{
    private readonly ComparisonQuestion question;
    private readonly IReadOnlyList<GroupSet> strata;

    /// <param name="question">A question with an adjustment.</param>
    /// <param name="tabulation">The tabulation.</param>
    public Adjuster(ComparisonQuestion question, Tabulation tabulation)
    {
        this.question = question;
        var size = question.Groups.Columns.Count;
        var within = question.Stratifications.Select(by => new Stratification(
            [.. by.Columns.SkipLast(size), .. question.Adjustment!.Columns, .. question.Groups.Columns]));
        var counted = DomainAnswer.To(
            question with { Stratifications = [.. within], Overall = false, EmptyStrata = true }, tabulation);
        strata = GroupSet.In(counted, question);
        Attrition = [.. counted.Attrition.Where(entry => entry.Step == AttritionStep.StratumMissing)];
    }

    /// <summary>The persons whose stratum of the adjustment, or group, is unknown.</summary>
    public IReadOnlyList<Attrition> Attrition { get; }

    /// <summary>The adjusted comparisons within one stratum of the answer.</summary>
    public IEnumerable<ComparisonRow> Compare(GroupSet set)
    {
        var pooled = set.Pairs.Select(pair => (pair, Strata: StrataOf(set, pair))).ToList();
        var simultaneous = pooled.Count > 1 ? question.Multiplicity.SimultaneousLevel(question.Level, pooled.Count) : null;
        foreach (var measure in question.Measures)
        {
            foreach (var (pair, found) in pooled)
            {
                foreach (var row in IntervalsOf(set, pair, measure, found, simultaneous ?? question.Level))
                {
                    yield return simultaneous is null || row.Limits is null
                        ? row
                        : row with { Notes = [.. row.Notes, ComparisonNotes.Simultaneous] };
                }
            }
        }
        foreach (var row in FamilyAdjustment.Of(question, pooled.Select(entry => TestOf(
            RowOf(set, entry.pair, StratifiedMethods.Test) with { Kind = ComparisonKind.Test }, entry.Strata.ConditionalIndependence))))
            yield return row;
        foreach (var measure in question.Measures)
        {
            foreach (var (pair, found) in pooled)
            {
                foreach (var (method, result) in HomogeneityOf(measure, found))
                    yield return TestOf(RowOf(set, pair, method) with { Kind = ComparisonKind.Homogeneity }, result);
            }
        }
    }

    private static IEnumerable<(CitedMethod Method, TestResult Result)> HomogeneityOf(ComparisonMeasure measure, MantelHaenszel found)
    {
        if (measure == ComparisonMeasure.Difference)
            yield return (StratifiedMethods.CochranQOfDifferences, found.DifferenceHomogeneity);
        else if (measure == ComparisonMeasure.Ratio)
            yield return (StratifiedMethods.CochranQOfRatios, found.RatioHomogeneity);
        else
        {
            yield return (StratifiedMethods.Tarone, found.BreslowDay(tarone: true));
            yield return (StratifiedMethods.BreslowDay, found.BreslowDay(tarone: false));
        }
    }

    private static ComparisonRow TestOf(ComparisonRow row, TestResult result) => row with
    {
        NumeratorDegreesOfFreedom = result.DegreesOfFreedom,
        Statistic = result.Statistic,
        P = result.P,
        Notes = result.P is null ? [ComparisonNotes.StratifiedTestUndefined] : [],
    };

    private IEnumerable<ComparisonRow> IntervalsOf(
        GroupSet set, GroupPair pair, ComparisonMeasure measure, MantelHaenszel found, ConfidenceLevel level)
    {
        var method = measure == ComparisonMeasure.Difference ? StratifiedMethods.Difference
            : measure == ComparisonMeasure.Ratio ? StratifiedMethods.Ratio
            : StratifiedMethods.OddsRatio;
        var row = RowOf(set, pair, method) with { Measure = measure };
        if (found.Strata.Count == 0)
        {
            yield return row with { Notes = [ComparisonNotes.NoStrata] };
            yield break;
        }
        var pooled = measure == ComparisonMeasure.Difference ? found.Difference
            : measure == ComparisonMeasure.Ratio ? found.Ratio
            : found.OddsRatio;
        var limits = pooled.Limits(measure, level);
        yield return row with
        {
            Estimate = pooled.Value,
            Limits = limits,
            StandardError = pooled.StandardError,
            Notes = limits is null ? [ComparisonNotes.PooledAtEdge] : [],
        };
        if (measure != ComparisonMeasure.Difference)
            yield break;
        var (lower, upper) = found.KlingenbergLimits(StandardNormal.UpperQuantile(level.Tail));
        yield return RowOf(set, pair, StratifiedMethods.Klingenberg) with
        {
            Measure = measure,
            Estimate = pooled.Value,
            Limits = new ComparisonLimits(lower, upper),
        };
    }

    private ComparisonRow RowOf(GroupSet set, GroupPair pair, CitedMethod method) => new(set.Outcome, set.Stratum, method)
    {
        Pair = pair,
        Adjustment = question.Adjustment,
        Prevalence = pair.Group.IsEmpty ? null : pair.Group.Proportion.Value,
        ReferencePrevalence = pair.Reference.IsEmpty ? null : pair.Reference.Proportion.Value,
    };

    /// <summary>The strata in which both groups of a pair have persons.</summary>
    private MantelHaenszel StrataOf(GroupSet set, GroupPair pair) => new(
    [
        .. strata
            .Where(other => other.Outcome == set.Outcome && IsWithin(other.Stratum, set.Stratum))
            .SelectMany(other => other.Pairs)
            .Where(other => other.Group.Name == pair.Group.Name && other.Reference.Name == pair.Reference.Name && !other.IsEmpty)
            .Select(other => new TwoGroups(other.Group.Proportion, other.Reference.Proportion)),
    ]);

    private bool IsWithin(IReadOnlyList<StratumLevel> stratum, IReadOnlyList<StratumLevel> outer) =>
        stratum.Where(level => !question.Adjustment!.Columns.Contains(level.Column)).SequenceEqual(outer);
}
