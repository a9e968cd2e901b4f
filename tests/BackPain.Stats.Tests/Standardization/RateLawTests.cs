using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;
using BackPain.Stats.Standardization;

namespace BackPain.Stats.Tests.Standardization;

/// <summary>What must hold of every method of standardization.</summary>
public class RateLawTests
{
    private static readonly ConfidenceLevel[] Levels = [new(0.8m), new(0.95m), new(0.999m)];

    public static TheoryData<string> Rare => [.. StandardizationMethods.Rare.Select(method => method.Name)];

    public static TheoryData<string> OfRatios => [.. StandardizationMethods.OfRatios.Select(method => method.Name)];

    [Fact]
    public void Every_method_says_all_about_itself_under_a_name_of_its_own()
    {
        Assert.All(StandardizationMethods.All, method => Assert.All(
            new[] { method.Name, method.Title, method.Formula, method.WhenToUse, method.Weakness, method.AtTheEdges, method.Reference.Citation }, Assert.NotEmpty));
        Assert.Equal(StandardizationMethods.All.Count, StandardizationMethods.All.Select(method => method.Name).Distinct().Count());
        Assert.All(StandardizationMethods.All, method => Assert.Null(IntervalMethods.Find(method.Name)));
    }

    [Theory]
    [MemberData(nameof(Rare))]
    public void Limits_hold_the_estimate_and_widen_with_the_level(string name)
    {
        var method = (WeightedRateMethod)StandardizationMethods.Find(name)!;
        foreach (var strata in Samples())
        {
            var estimate = strata.Sum(stratum => stratum.Share * stratum.P);
            var inner = new ConfidenceInterval(estimate, estimate);
            foreach (var level in Levels)
            {
                var interval = method.Around(strata, level);
                Assert.InRange(interval.Lower, 0, inner.Lower);
                Assert.InRange(interval.Upper, inner.Upper, 1);
                inner = interval;
            }
            Assert.Equal(strata.All(stratum => stratum.Cases == 0), inner.Lower == 0 && estimate == 0);
        }
    }

    [Theory]
    [MemberData(nameof(Rare))]
    public void With_one_stratum_limits_are_those_of_the_count(string name)
    {
        var method = (WeightedRateMethod)StandardizationMethods.Find(name)!;
        foreach (var cases in new long[] { 0, 1, 7, 60 })
        {
            var interval = method.Around([Stratum(1, cases, 10_000)], ConfidenceLevel.Default);
            var (lower, upper) = new PoissonExact().Around(cases, ConfidenceLevel.Default);
            Assert.Equal(lower / 10_000, interval.Lower, 1e-12);
            Assert.Equal(upper / 10_000, interval.Upper, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(OfRatios))]
    public void Limits_of_a_count_hold_it_rise_with_it_and_widen_with_the_level(string name)
    {
        var method = (PoissonCountMethod)StandardizationMethods.Find(name)!;
        var (before, after) = (0d, 0d);
        for (var cases = 0L; cases <= 60; cases++)
        {
            var (lower, upper) = method.Around(cases, ConfidenceLevel.Default);
            Assert.InRange(cases, lower, upper);
            Assert.True(cases == 0 || (lower >= before && upper > after), $"{cases}");
            (before, after) = (lower, upper);
            var wider = method.Around(cases, Levels[2]);
            Assert.True(wider.Lower <= lower && wider.Upper > upper, $"{cases}");
        }
    }

    [Fact]
    public void Explanations_end_in_the_limits()
    {
        foreach (var method in StandardizationMethods.Rare)
        {
            foreach (var strata in Samples())
            {
                var (interval, steps) = (method.Around(strata, ConfidenceLevel.Default), method.Explain(strata, ConfidenceLevel.Default, []).Steps);
                Assert.Equal(interval.Upper, Math.Min(1, steps.Single(step => step.Quantity == ExplanationStep.Upper).Value));
                if (strata.Any(stratum => stratum.Cases > 0))
                    Assert.Equal(interval.Lower, Math.Max(0, steps.Single(step => step.Quantity == ExplanationStep.Lower).Value));
            }
        }
        foreach (var method in StandardizationMethods.OfRatios)
        {
            var (lower, upper) = method.Around(13, ConfidenceLevel.Default);
            var steps = method.Explain(13, 2.5, ConfidenceLevel.Default, []).Steps;
            Assert.Equal(lower / 2.5, steps.Single(step => step.Quantity == ExplanationStep.Lower).Value);
            Assert.Equal(upper / 2.5, steps.Single(step => step.Quantity == ExplanationStep.Upper).Value);
        }
    }

    [Fact]
    public void With_one_stratum_a_standardized_prevalence_is_the_crude_one_by_every_interval_method()
    {
        foreach (var method in IntervalMethods.All)
        {
            foreach (var (cases, persons) in new[] { (0L, 20L), (7, 20), (20, 20), (1, 1), (150, 4000) })
            {
                var estimate = new DirectEstimate([Stratum(1, cases, persons)]);
                var found = new EffectiveSampleLimits(method).Around(estimate, ConfidenceLevel.Default).Interval!.Value;
                var expected = method.Around(new Proportion(cases, persons), ConfidenceLevel.Default);
                Assert.Equal(expected.Lower, found.Lower, 1e-11);
                Assert.Equal(expected.Upper, found.Upper, 1e-11);
            }
        }
    }

    [Fact]
    public void Gamma_quantiles_have_the_tails_asked_for()
    {
        foreach (var shape in new[] { 0.3, 1, 2.5, 40, 1234.5, 1e5, 1e8 })
        {
            foreach (var tail in new[] { 0.25, 0.025, 1e-6, 1e-10 })
            {
                var gamma = new GammaDistribution(shape);
                Assert.Equal(Math.Log(tail), gamma.LogLowerTail(gamma.LowerQuantile(tail)), 1e-9);
                Assert.Equal(Math.Log(tail), gamma.LogUpperTail(gamma.UpperQuantile(tail)), 1e-9);
            }
        }
    }

    private static StratumShare Stratum(double share, long cases, long persons) =>
        new("", share, cases, persons, (double)cases / persons, (double)(persons - cases) / persons);

    private static IEnumerable<IReadOnlyList<StratumShare>> Samples() =>
    [
        [Stratum(0.2, 0, 30), Stratum(0.8, 0, 10)],
        [Stratum(0.5, 1, 1), Stratum(0.5, 0, 1)],
        [Stratum(0.1, 3, 5000), Stratum(0.6, 0, 70), Stratum(0.3, 9, 900)],
        [Stratum(0.4, 50, 50), Stratum(0.6, 20, 20)],
        [Stratum(0.999, 1, 1_000_000), Stratum(0.001, 400, 500)],
    ];
}
