using System.Diagnostics;
using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Tests.Fuzzing;

/// <summary>Every method ends, with limits around the estimate, for every count that can be typed and every sample that a design can make.</summary>
/// <remarks><c>BACKPAIN_FUZZ=100000 dotnet test --filter Fuzz</c> tries as many random samples of each method, from the seed <c>BACKPAIN_FUZZ_FROM</c> on.</remarks>
public class FuzzIntervalTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly ConfidenceLevel[] Levels = [ConfidenceLevel.Default, new(0.9999999999m)];

    public static TheoryData<string> Methods => [.. IntervalMethods.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_ends_for_counts_up_to_ten_to_the_18_and_for_tiny_samples(string name) =>
        AssertAllEnd(IntervalMethods.Find(name)!, [.. Counts(), .. Tiny(), .. Drawn(Number("BACKPAIN_FUZZ", 60), Number("BACKPAIN_FUZZ_FROM", 0))]);

    /// <summary>Runs on a thread of its own, watched from here, so that a call without end fails instead of hanging.</summary>
    private static void AssertAllEnd(IntervalMethod method, EffectiveSample[] samples)
    {
        var (current, started, problem) = (0, Stopwatch.GetTimestamp(), "");
        var worker = new Thread(() =>
        {
            for (var i = 0; i < samples.Length && problem.Length == 0; i++)
            {
                (current, _) = (i, Interlocked.Exchange(ref started, Stopwatch.GetTimestamp()));
                problem = Array.ConvertAll(Levels, level => Problem(method, samples[i], level)).FirstOrDefault(found => found.Length > 0, "");
            }
        })
        { IsBackground = true };
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(20)))
            Assert.True(Stopwatch.GetElapsedTime(Interlocked.Read(ref started)) < Longest, $"{method.Name} does not end for {samples[current]}.");
        Assert.True(problem.Length == 0, problem);
    }

    private static string Problem(IntervalMethod method, EffectiveSample sample, ConfidenceLevel level)
    {
        try
        {
            var (lower, upper) = method.Around(sample, level);
            if (!(lower >= 0 && lower <= sample.Estimate && upper >= sample.Estimate && upper <= 1))
                return $"{method.Name}, {sample}, level {level.Value}: {lower} to {upper}";
            return method.Explain(sample, level).Steps.FirstOrDefault(step => !double.IsFinite(step.Value)) is { } step
                ? $"{method.Name}, {sample}, level {level.Value}: {step.Quantity} is {step.Value}" : "";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{method.Name}, {sample}, level {level.Value}: {error}";
        }
    }

    private static IEnumerable<EffectiveSample> Counts() =>
        from n in new[] { 1, 2, 10, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000, (1L << 53) - 1, 1L << 53, (1L << 53) + 2, (long)1e17, (long)1e18, long.MaxValue }
        from x in new[] { 0, 1, 2, 3, 10, 100, n / 1_000_000, n / 1000, n / 10, n / 3, n / 2, n - (n / 3), n - 10, n - 1, n }.Distinct()
        where x >= 0 && x <= n
        select EffectiveSample.Of(new Proportion(x, n));

    private static IEnumerable<EffectiveSample> Tiny() =>
        from n in new[] { 1e-300, 1e-20, 1e-5, 0.1, 0.99, 1.5 }
        from p in new[] { 1e-300, 1e-9, 0.1, 0.5, 1 - 1e-15 }
        from df in new[] { 1, double.PositiveInfinity }
        select new EffectiveSample(p * n, n, df);

    /// <summary>Sizes and proportions of every order of magnitude; half of them whole persons.</summary>
    private static IEnumerable<EffectiveSample> Drawn(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var odds = Math.Exp((random.NextDouble() - 0.5) * 80);
            if (i % 2 == 0)
            {
                var n = (long)Math.Pow(10, random.NextDouble() * 18);
                yield return EffectiveSample.Of(new Proportion((long)Math.Min(n, n * (odds / (1 + odds))), n));
            }
            else
            {
                var n = Math.Pow(10, (random.NextDouble() * 24) - 12);
                yield return new EffectiveSample(n * (odds / (1 + odds)), n, random.Next(3) == 0 ? double.PositiveInfinity : 0.5 + (50 * random.NextDouble()));
            }
        }
    }

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
