using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BenchmarkDotNet.Attributes;

namespace BackPain.Stats.Benchmarks;

/// <summary>Each interval method, around few and many persons.</summary>
public class IntervalBenchmarks
{
    /// <summary>The method, by name.</summary>
    [ParamsSource(nameof(Names))]
    public string Method { get; set; } = "";

    /// <summary>The persons, of whom three in ten are cases.</summary>
    [Params(100, 1_000_000)]
    public int Persons { get; set; }

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names => IntervalMethods.All.Select(method => method.Name);

    /// <summary>Both limits.</summary>
    [Benchmark]
    public ConfidenceInterval Limits() => IntervalMethods.Find(Method)!.Around(new Proportion(Persons / 10 * 3, Persons), ConfidenceLevel.Default);
}
