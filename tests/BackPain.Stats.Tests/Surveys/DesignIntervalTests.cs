using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Domains;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Surveys;

/// <summary>Intervals of designs around the weighted proportion itself, which x/n of the effective sample need not be to the last digit.</summary>
public class DesignIntervalTests
{
    [Fact]
    public void No_limit_passes_the_estimate_by_the_last_digit()
    {
        var random = new Random(15);
        var passed = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var design = new DesignEstimate(DomainOf(random.NextDouble(), random.NextDouble()), 0.3 + random.NextDouble(), 1 + random.Next(5), Completeness.Sample, EffectiveSizeCap.Persons);
            foreach (var method in IntervalMethods.All)
            {
                var (lower, upper) = design.IntervalBy(method, ConfidenceLevel.Default);
                Assert.True(lower <= design.P && design.P <= upper, $"{method.Name}: {lower:R} – {upper:R} around {design.P:R}");
                var sample = method.Around(design.SampleFor(method, ConfidenceLevel.Default), ConfidenceLevel.Default);
                passed += sample.Lower > design.P || sample.Upper < design.P ? 1 : 0;
            }
        }
        Assert.True(passed > 0, "Every interval around x/n holds the estimate already, so this shows nothing.");
    }

    [Theory]
    [InlineData(3, 40, "full", 3d)]
    [InlineData(2, 1500, "full", 3d)]
    [InlineData(3, 40, "part", 2d)]
    [InlineData(2, 1500, "part", 2d)]
    public void Rows_in_any_number_of_parts_give_the_rank_of_a_domain(int parts, int persons, string group, double degreesOfFreedom)
    {
        // Half samples of three strata of two PSUs: rank 4, and 3 in the domain of two strata (R 4.2.2: qr(m, tol = 1e-5)$rank of these rows).
        var builders = Enumerable.Range(0, parts).Select(_ => Builder()).ToArray();
        foreach (var person in Enumerable.Range(0, persons))
            Add(builders[person % parts], person, person + 2);
        foreach (var part in builders.Skip(1))
            builders[0].Add(part);
        var design = PrevalenceOf(builders[0].Build().WithReplicates(ReplicateRank.Of(4), lookLikeFactors: false), group);
        Assert.Equal(degreesOfFreedom, design.DegreesOfFreedom);
        // Sums show no rows.
        var sums = Builder();
        foreach (var person in Enumerable.Range(0, persons))
            Add(sums, person, line: 0);
        var tabulation = sums.Build();
        Assert.Equal(3, PrevalenceOf(tabulation.WithReplicates(ReplicateRank.Of(4), lookLikeFactors: false), group).DegreesOfFreedom);
        Assert.Null(PrevalenceOf(tabulation.WithReplicates(ReplicateRank.Unknown, lookLikeFactors: false), group).DegreesOfFreedom);
    }

    private static readonly int[][] Halves = [[1, 1, 1], [-1, 1, -1], [1, -1, -1], [-1, -1, 1]];

    private static TabulationBuilder Builder() => new([KeyColumn.By("group"), KeyColumn.Outcome("pain", RecallPeriod.Point)], new Weighting("w", [.. Halves.Select((_, r) => new Replicate($"r{r}", 0.25))]));

    private static void Add(TabulationBuilder builder, int person, long line)
    {
        var (stratum, psu, weight) = (person % 3, person / 3 % 2, 1 + (person * 0.01));
        var replicates = Array.ConvertAll(Halves, half => (DoubleDouble)(weight * (1 + (half[stratum] * ((psu * 2) - 1)))));
        builder.Add([builder.CodeOf(0, Level.Value(stratum == 2 ? "rest" : "part")), builder.CodeOf(1, person % 5 < 2 ? Level.Case : Level.NonCase)], Sums.OfPerson(weight), new ReplicateWeights(replicates, line));
    }

    private static DesignEstimate PrevalenceOf(Tabulation tabulation, string group) =>
        PrevalenceAnswer.To(new PrevalenceQuestion { Stratifications = [new Stratification(["group"])] }, tabulation)
            .Estimates.Single(estimate => group == "full" ? estimate.Stratum.Count == 0 : estimate.Stratum is [{ Level: var level }] && level == group).Design!;

    private static DomainProportion DomainOf(double cases, double others)
    {
        var builder = new TabulationBuilder([KeyColumn.Outcome("pain", RecallPeriod.Point)], new Weighting("w"));
        builder.Add([builder.CodeOf(0, Level.Case)], new Sums(7, cases, cases));
        builder.Add([builder.CodeOf(0, Level.NonCase)], new Sums(9, others, others));
        return new DomainProportion(builder.Build(), new[] { new DomainCell(0, isCase: true), new DomainCell(1, isCase: false) });
    }
}
