using BackPain.Stats.Distributions;
using BenchmarkDotNet.Attributes;

namespace BackPain.Stats.Benchmarks;

/// <summary>The quantiles that exact and design-based intervals are made of.</summary>
public class QuantileBenchmarks
{
    /// <summary>The persons, or degrees of freedom.</summary>
    [Params(30, 10_000, 1_000_000_000)]
    public int N { get; set; }

    /// <summary>The lower limit of Clopper and Pearson.</summary>
    [Benchmark]
    public double Beta() => new BetaDistribution(0.3 * N, (0.7 * N) + 1).LowerQuantile(0.025);

    /// <summary>Of Student's t.</summary>
    [Benchmark]
    public double T() => new StudentT(N).UpperQuantile(0.025);
}
