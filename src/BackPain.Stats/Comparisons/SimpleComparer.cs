using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Comparisons;

/// <summary>Compares groups of a simple random sample: score intervals of each pair, and the test that agrees with them.</summary>
/// <param name="question">The question.</param>
internal sealed class SimpleComparer(ComparisonQuestion question)
{
    /// <summary>The comparisons within one stratum.</summary>
    public IEnumerable<ComparisonRow> Compare(GroupSet set)
    {
        var pairs = set.Pairs.Where(pair => question.EmptyStrata || !pair.IsEmpty).ToList();
        var simultaneous = pairs.Count > 1 ? question.Multiplicity.SimultaneousLevel(question.Level, pairs.Count) : null;
        foreach (var measure in question.Measures)
        {
            foreach (var method in question.MethodsOf(measure))
            {
                foreach (var pair in pairs)
                    yield return IntervalOf(set, pair, method, simultaneous);
            }
        }
        IReadOnlyList<TwoGroupTest> tests = question.Tests.Count > 0 ? question.Tests : [TwoGroupTests.Default];
        foreach (var test in tests)
        {
            foreach (var row in FamilyAdjustment.Of(question, pairs.Select(pair => TestOf(set, pair, test))))
                yield return row;
            if (set.Present.Count > 2 && test.OfAll([.. set.Present.Select(group => group.Proportion)]) is { } result)
                yield return new ComparisonRow(set.Outcome, set.Stratum, test.Citation)
                {
                    Kind = ComparisonKind.Test,
                    NumeratorDegreesOfFreedom = result.DegreesOfFreedom,
                    Statistic = result.Statistic,
                    P = result.P,
                    Notes = result.P is null ? [ComparisonNotes.TestUndefined] : [],
                };
        }
    }

    private ComparisonRow IntervalOf(GroupSet set, GroupPair pair, ComparisonMethod method, ConfidenceLevel? simultaneous)
    {
        var row = RowOf(pair, new ComparisonRow(set.Outcome, set.Stratum, method.Citation) { Measure = method.Measure });
        if (pair.IsEmpty)
            return row with { Notes = [Note.NoDenominator] };
        var groups = new TwoGroups(pair.Group.Proportion, pair.Reference.Proportion);
        var limits = method.Around(groups, simultaneous ?? question.Level);
        return row with
        {
            Estimate = method.Measure.EstimateOf(groups),
            Limits = limits,
            Notes = simultaneous is null || limits is null
                ? method.NotesOn(groups)
                : [.. method.NotesOn(groups), ComparisonNotes.Simultaneous],
        };
    }

    private static ComparisonRow TestOf(GroupSet set, GroupPair pair, TwoGroupTest test)
    {
        var row = RowOf(pair, new ComparisonRow(set.Outcome, set.Stratum, test.Citation) { Kind = ComparisonKind.Test });
        if (pair.IsEmpty)
            return row with { Notes = [Note.NoDenominator] };
        var groups = new TwoGroups(pair.Group.Proportion, pair.Reference.Proportion);
        var result = test.ApplyTo(groups);
        return row with
        {
            NumeratorDegreesOfFreedom = result.DegreesOfFreedom,
            Statistic = result.Statistic,
            P = result.P,
            Notes = test.NoteOn(groups) is { } note ? [note] : [],
        };
    }

    private static ComparisonRow RowOf(GroupPair pair, ComparisonRow row) => row with
    {
        Pair = pair,
        Prevalence = pair.Group.IsEmpty ? null : pair.Group.Proportion.Value,
        ReferencePrevalence = pair.Reference.IsEmpty ? null : pair.Reference.Proportion.Value,
    };
}
