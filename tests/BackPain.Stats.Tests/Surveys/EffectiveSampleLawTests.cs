using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Tests.Surveys;

/// <summary>What must hold of every interval method on the samples that a design makes, whose x and n are not whole and whose degrees of freedom are finite.</summary>
public class EffectiveSampleLawTests
{
    public static TheoryData<string> Methods => [.. IntervalMethods.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_interval_lies_around_the_estimate_inside_0_and_1(string name)
    {
        foreach (var sample in Samples())
        {
            var interval = IntervalMethods.Find(name)!.Around(sample, ConfidenceLevel.Default);
            Assert.True(interval.Lower >= 0 && interval.Lower <= sample.Estimate && interval.Upper >= sample.Estimate && interval.Upper <= 1, $"{sample}: {interval}");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Cases_and_non_cases_are_treated_alike(string name)
    {
        foreach (var sample in Samples())
        {
            var (interval, mirrored) = (IntervalMethods.Find(name)!.Around(sample, ConfidenceLevel.Default), IntervalMethods.Find(name)!.Around(sample.Mirrored(), ConfidenceLevel.Default));
            Assert.Equal(interval.Lower, 1 - mirrored.Upper, 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Fewer_degrees_of_freedom_never_narrow_it(string name)
    {
        var method = IntervalMethods.Find(name)!;
        foreach (var sample in Samples().Where(sample => sample.DegreesOfFreedom == 12))
        {
            var (few, many) = (method.Around(sample with { DegreesOfFreedom = 3 }, ConfidenceLevel.Default), method.Around(sample, ConfidenceLevel.Default));
            if (method.HasQuantile)
                Assert.True(few.Lower <= many.Lower && few.Upper >= many.Upper, $"{sample}");
            else
                Assert.Equal((0d, 0d), (Math.Round(many.Lower - few.Lower, 12), Math.Round(many.Upper - few.Upper, 12)));
        }
    }

    private static IEnumerable<EffectiveSample> Samples() =>
        from n in new[] { 1.5, 4.25, 12.8, 55.66852483553653, 240.35, 15321.7 }
        from p in new[] { 0.003, 0.05, 0.3045, 0.5, 0.6535979122386758, 0.97, 0.9999 }
        from df in new[] { 1.5, 12, 44, double.PositiveInfinity }
        select new EffectiveSample(p * n, n, df);
}
