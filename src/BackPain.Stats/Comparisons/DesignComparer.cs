using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Comparisons;

/// <summary>Compares groups of a sample with a design: every interval has its own t, with the covariance of the groups.</summary>
/// <param name="question">The question.</param>
/// <param name="tabulation">The tabulation.</param>
/// <param name="variance">The variance estimator.</param>
internal sealed class DesignComparer(ComparisonQuestion question, Tabulation tabulation, SurveyVariance variance)
{
    /// <summary>The comparisons within one stratum.</summary>
    public IEnumerable<ComparisonRow> Compare(GroupSet set)
    {
        var pairs = set.Pairs.Where(pair => question.EmptyStrata || !pair.IsEmpty).ToList();
        var compared = pairs.Where(pair => !pair.IsEmpty).SelectMany(pair => new[] { pair.Group, pair.Reference }).Distinct().ToList();
        if (compared.Count == 0)
        {
            foreach (var measure in question.Measures)
            {
                foreach (var pair in pairs)
                    yield return Empty(set, pair, measure);
            }
            yield break;
        }
        var df = DegreesOfFreedomOf(compared);
        var level = pairs.Count > 1 ? question.Multiplicity.SimultaneousLevel(question.Level, pairs.Count) : null;
        foreach (var measure in question.Measures)
        {
            var family = pairs.Select(pair => pair.IsEmpty ? Empty(set, pair, measure) : Of(set, pair, measure, df, level));
            foreach (var row in FamilyAdjustment.Of(question, family))
                yield return row;
        }
        if (set.Present.Count < 2)
            yield break;
        var groups = new DesignGroups(set.Present, tabulation, variance, DegreesOfFreedomOf(set.Present));
        IReadOnlyList<DesignTest> tests = question.DesignTests.Count > 0 ? question.DesignTests : [DesignTest.All[0]];
        foreach (var test in tests)
            yield return TestOf(set, groups, test);
    }

    private static ComparisonRow TestOf(GroupSet set, DesignGroups groups, DesignTest test)
    {
        var row = new ComparisonRow(set.Outcome, set.Stratum, test.Citation) { Kind = ComparisonKind.Test };
        return test.Of(groups) is { } result
            ? row with
            {
                NumeratorDegreesOfFreedom = result.NumeratorDegreesOfFreedom,
                DegreesOfFreedom = result.DegreesOfFreedom,
                Statistic = result.Statistic,
                P = result.P,
            }
            : row with { Notes = [ComparisonNotes.DesignTestUndefined] };
    }

    private static ComparisonRow Empty(GroupSet set, GroupPair pair, ComparisonMeasure measure) =>
        new(set.Outcome, set.Stratum, DesignComparison.CitationOf(measure))
        {
            Measure = measure,
            Pair = pair,
            Notes = [Note.NoDenominator],
        };

    /// <summary>A family of comparisons takes one number of degrees of freedom, that of all its groups.</summary>
    private double? DegreesOfFreedomOf(IReadOnlyList<ComparedGroup> groups) => question.Survey.DegreesOfFreedom.ApplyTo(
        ComparedGroup.Union("all", groups.Count == 1 ? groups : [.. Disjoint(groups)]).ProportionIn(tabulation), variance);

    /// <summary>The groups without those that overlap others, such as the rest.</summary>
    private static IEnumerable<ComparedGroup> Disjoint(IReadOnlyList<ComparedGroup> groups)
    {
        var seen = new HashSet<int>();
        foreach (var group in groups)
        {
            var cells = group.Cells.ToArray().Where(cell => seen.Add(cell.Cell)).ToArray();
            yield return group with { Cells = cells };
        }
    }

    private ComparisonRow Of(GroupSet set, GroupPair pair, ComparisonMeasure measure, double? df, ConfidenceLevel? simultaneous)
    {
        var comparison = new DesignComparison(pair, measure, tabulation, variance, question.Survey, df);
        var limits = comparison.Limits(simultaneous ?? question.Level);
        return new ComparisonRow(set.Outcome, set.Stratum, comparison.Citation)
        {
            Measure = measure,
            Pair = pair,
            Prevalence = comparison.Group.P,
            ReferencePrevalence = comparison.Reference.P,
            Estimate = comparison.Estimate,
            Limits = limits,
            StandardError = comparison.StandardError,
            DegreesOfFreedom = comparison.HasInterval ? df : null,
            Statistic = comparison.T,
            P = comparison.P,
            Notes = simultaneous is null || limits is null ? comparison.Notes : [.. comparison.Notes, ComparisonNotes.Simultaneous],
        };
    }
}
