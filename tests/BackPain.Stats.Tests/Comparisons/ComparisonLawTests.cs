using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Tests.Comparisons;

/// <summary>What must hold of every interval method and test for two groups, for every table of at most 15 persons.</summary>
public class ComparisonLawTests
{
    private const int MostPersons = 15;
    private const double Rounding = 1e-11;

    private static readonly ConfidenceLevel[] Levels = [new(0.9m), new(0.999m)];

    public static TheoryData<string> Methods => [.. ComparisonMethods.All.Select(method => $"{method.Name} {method.Measure.Name}")];

    public static TheoryData<string> TestNames => [.. TwoGroupTests.All.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_limits_hold_the_estimate_and_lie_in_the_range_of_the_measure(string name) => ForAll(name, (method, groups, level) =>
    {
        if (method.Around(groups, level) is not { } limits)
        {
            Assert.NotEmpty(method.NotesOn(groups));
            return;
        }
        Assert.False(double.IsNaN(limits.Lower) || double.IsNaN(limits.Upper), $"{name} {groups}: {limits}");
        Assert.InRange(limits.Lower, method.Measure.Lowest, method.Measure.EstimateOf(groups) ?? limits.Upper);
        Assert.InRange(limits.Upper, method.Measure.EstimateOf(groups) ?? limits.Lower, method.Measure.Highest);
        Assert.False(double.IsNegative(limits.Lower) && limits.Lower == 0);
        if (method.Measure.EstimateOf(groups) is null)
            Assert.Equal(new ComparisonLimits(method.Measure.Lowest, method.Measure.Highest), limits);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Swapping_the_groups_mirrors(string name) => ForAll(name, (method, groups, level) =>
    {
        var (limits, swapped) = (method.Around(groups, level), method.Around(groups.Swapped, level));
        Assert.Equal(limits is null, swapped is null);
        if (limits is not { } one || swapped is not { } other)
            return;
        AssertNear(one.Lower, method.Measure.Opposite(other.Upper), name, groups);
        AssertNear(one.Upper, method.Measure.Opposite(other.Lower), name, groups);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Swapping_cases_and_non_cases_mirrors_differences_and_odds_ratios(string name) => ForAll(name, (method, groups, level) =>
    {
        if (method.Measure == ComparisonMeasure.Ratio || method.Around(groups, level) is not { } limits)
            return;
        var mirrored = method.Around(groups.Mirrored, level)!.Value;
        AssertNear(limits.Lower, method.Measure.Opposite(mirrored.Upper), name, groups);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Intervals_widen_with_the_level(string name) => ForAll(name, (method, groups, level) =>
    {
        if (method.Around(groups, level) is not { } limits)
            return;
        var wider = method.Around(groups, new ConfidenceLevel((decimal)level.Value + ((1m - (decimal)level.Value) / 3)))!.Value;
        Assert.True(wider.Lower <= limits.Lower + Rounding, $"{name} {groups}: {limits}, {wider}");
        Assert.True(wider.Upper >= limits.Upper * (1 - Rounding) - Rounding, $"{name} {groups}: {limits}, {wider}");
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_test_of_a_method_rejects_exactly_where_its_interval_excludes_no_difference(string name) => ForAll(name, (method, groups, level) =>
    {
        if (method.Test is not { } test || method.Around(groups, level) is not { } limits)
            return;
        var p = test.ApplyTo(groups).P ?? 1;
        if (Math.Abs(p - level.Alpha) > Rounding)
            Assert.True(p > level.Alpha == limits.Contain(method.Measure.Null), $"{name} {groups} at {level}: p = {p:R}, {limits}");
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_limit_is_at_no_difference_where_the_level_is_that_of_the_p_value(string name) => ForAll(name, (method, groups, _) =>
    {
        if (method.Test?.ApplyTo(groups).P is not { } p || p is >= 0.49 or < 1e-9 || groups.AllAreAlike)
            return;
        // A level has 28 decimals, so its limit is at the null to the digits that the p value has.
        var limits = method.Around(groups, new ConfidenceLevel(1m - (decimal)p))!.Value;
        var near = groups.Imbalance > 0 ? limits.Lower : limits.Upper;
        Assert.Equal(method.Measure.Null, near, 1e-9);
    });

    [Theory]
    [MemberData(nameof(TestNames))]
    public void Tests_do_not_depend_on_the_order_of_groups_or_on_what_a_case_is_called(string name)
    {
        var test = TwoGroupTests.Find(name)!;
        foreach (var groups in Tables())
        {
            var p = test.ApplyTo(groups).P;
            Assert.Equal(p is null, groups.AllAreAlike && name[0] != 'f');
            Assert.InRange(p ?? 0, 0, 1);
            Assert.Equal(p ?? 0, test.ApplyTo(groups.Swapped).P ?? 0, 1e-12);
            Assert.Equal(p ?? 0, test.ApplyTo(groups.Mirrored).P ?? 0, 1e-12);
            Assert.Equal(p is null, test.NoteOn(groups) is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Explanations_lead_to_the_limits(string name) => ForAll(name, (method, groups, level) =>
    {
        var steps = method.Explain(groups, level).Steps;
        if (method.Around(groups, level) is not { } limits || method.Measure.EstimateOf(groups) is not { } estimate)
            return;
        Assert.True(steps.Count > 2);
        AssertLeads(ExplanationStep.Lower, limits.Lower, value => Math.Min(estimate, Math.Max(method.Measure.Lowest, value)));
        AssertLeads(ExplanationStep.Upper, limits.Upper, value => Math.Max(estimate, Math.Min(method.Measure.Highest, value)));

        void AssertLeads(string quantity, double limit, Func<double, double> cutOff)
        {
            if (steps.FirstOrDefault(step => step.Quantity == quantity) is { } step)
                AssertNear(limit, cutOff(step.Value), name, groups);
            else
                Assert.True(limit == method.Measure.Lowest || limit == method.Measure.Highest, $"{name} {groups}: no step for {limit}");
        }
    });

    [Fact]
    public void Checks_show_the_equations_that_the_solved_limits_satisfy()
    {
        var groups = new TwoGroups(new Proportion(15, 148), new Proportion(30, 160));
        foreach (var method in ComparisonMethods.All)
        {
            var checks = method.Explain(groups, ConfidenceLevel.Default).Steps.Where(step => step.Quantity == "check").ToList();
            Assert.Equal(method is ScoreMethod or ConditionalExact or ConditionalMidP ? 2 : 0, checks.Count);
            Assert.All(checks, check => Assert.Equal(method is ScoreMethod ? 1.959963984540054 : 0.025, check.Value, 1e-11));
        }
    }

    [Theory]
    [MemberData(nameof(TestNames))]
    public void Explanations_of_tests_lead_to_the_p_value(string name)
    {
        var test = TwoGroupTests.Find(name)!;
        foreach (var groups in Tables().Where(groups => test.ApplyTo(groups).P is not null))
            Assert.Equal(test.ApplyTo(groups).P!.Value, test.Explain(groups).Steps[^1].Value, 1e-13);
    }

    [Fact]
    public void Every_method_and_test_tells_all_about_itself()
    {
        Assert.All(ComparisonMethods.All, method => Assert.All(
            new[] { method.Name, method.Title, method.Formula, method.WhenToUse, method.Weakness, method.AtTheEdges, method.Reference.Citation },
            text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.All(TwoGroupTests.All, test => Assert.All(
            new[] { test.Name, test.Title, test.Formula, test.WhenToUse, test.Weakness, test.AtTheEdges, test.Reference.Citation },
            text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.Equal(14, ComparisonMethods.All.DistinctBy(method => (method.Measure, method.Name)).Count());
        Assert.Equal(7, TwoGroupTests.All.DistinctBy(test => test.Name).Count());
        Assert.All(ComparisonMeasure.All, measure => Assert.Same(TwoGroupTests.Default, ComparisonMethods.DefaultOf(measure).Test));
        Assert.Equal(3, ComparisonMethods.Find("Miettinen-Nurminen").Count);
        Assert.Empty(ComparisonMethods.Find("bayes"));
    }

    private static void AssertNear(double a, double b, string name, TwoGroups groups) =>
        Assert.True(a == b || Math.Abs(a - b) <= Rounding * Math.Max(1, Math.Abs(a)), $"{name} {groups}: {a:R} and {b:R}");

    private static void ForAll(string name, Action<ComparisonMethod, TwoGroups, ConfidenceLevel> law)
    {
        var method = ComparisonMethods.All.Single(known => $"{known.Name} {known.Measure.Name}" == name);
        foreach (var level in Levels)
        {
            foreach (var groups in Tables())
                law(method, groups, level);
        }
    }

    /// <summary>Every table of two groups with 15 persons at most, the first group no smaller than the second.</summary>
    private static IEnumerable<TwoGroups> Tables() =>
        from n1 in Enumerable.Range(1, MostPersons - 1)
        from n2 in Enumerable.Range(1, Math.Min(n1, MostPersons - n1))
        from x1 in Enumerable.Range(0, n1 + 1)
        from x2 in Enumerable.Range(0, n2 + 1)
        select new TwoGroups(new Proportion(x1, n1), new Proportion(x2, n2));
}
