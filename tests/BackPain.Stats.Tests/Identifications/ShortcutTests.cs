using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Identifications;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Tests.Identifications;

/// <summary>Limits that are not solved for would not have printed anything: the shortcut changes the time and nothing else.</summary>
public class ShortcutTests
{
    private static readonly ConfidenceLevel[] Levels = [new(0.51m), new(0.8m), new(0.9m), new(0.95m), new(0.99m), new(0.9999m), new(0.9999999999m)];

    [Fact]
    public void Every_limit_lies_in_its_bracket_for_every_count_up_to_60()
    {
        foreach (var level in Levels)
        {
            for (var n = 1L; n <= 60; n++)
            {
                for (var x = 0L; x <= n; x++)
                    AssertInBracket(new Proportion(x, n), level);
            }
        }
    }

    [Fact]
    public void Every_limit_lies_in_its_bracket_in_large_studies()
    {
        var random = new Random(2004);
        foreach (var level in Levels)
        {
            foreach (var n in new long[] { 263, 1913, 15_322, 1_000_000, 1_000_000_000 })
            {
                IEnumerable<long> anywhere = Enumerable.Range(0, 40).Select(_ => random.NextInt64(n + 1)), rare = Enumerable.Range(0, 40).Select(_ => (long)Math.Pow(n, random.NextDouble()));
                foreach (var x in (long[])[0, 1, 2, 3, n / 2, n - 2, n - 1, n, .. anywhere, .. rare])
                    AssertInBracket(new Proportion(x, n), level);
            }
        }
    }

    [Fact]
    public void Finds_what_trying_everything_finds()
    {
        var found = 0;
        foreach (var level in Levels[1..^2])
        {
            foreach (var limits in new[] { "20-40", "25-36", "24-37", "19.9-40.4", "22.3-37.7", "24.5-35.9", "0-52", "29-32", "27.31-33.94" })
            {
                var search = IdentificationTests.Search("30", limits, new(1, 120)) with { Level = level };
                found += AssertSame(search);
            }
            foreach (var (estimate, limits) in new[] { ("0%", "0-4"), ("0.0%", "0-3.6"), ("3%", "0-9"), ("97", "91-99"), ("100", "96-100"), ("100", "70-100"), ("0.98", "0.91-0.99"), ("50.0", "40.0-60.0") })
                found += AssertSame(IdentificationTests.Search(estimate, limits, new(1, 120)) with { Level = level });
        }
        Assert.True(found > 4_000, $"{found} candidates");
    }

    [Fact]
    public void Saves_nearly_all_of_the_solving()
    {
        // Large enough that a question about thousands of sizes is answered in a second; which limits remain is decided by how wide a printed digit is.
        var search = IdentificationTests.Search("25.6", "23.6-27.5", new(1, 6000));
        var solved = IntervalMethods.All.Where(method => method.BracketOfLower(new Proportion(1, 2), search.Level) is not null).ToList();
        Assert.Equal(["clopper-pearson", "mid-p", "jeffreys", "likelihood", "blaker"], solved.Select(method => method.Name));
        var asked = search.Proportions.Sum(proportion => solved.Count(method => search.Figure.Interval!.MayBePrintedBy(method, proportion, search.Level)));
        Assert.InRange(asked, 1, search.Counts * solved.Count / 5);
    }

    private static void AssertInBracket(Proportion proportion, ConfidenceLevel level)
    {
        foreach (var method in IntervalMethods.All)
        {
            var (lower, upper) = method.Around(proportion, level);
            // A bracket that meets the limit itself meets every range that holds the limit.
            Assert.True(method.BracketOfLower(proportion, level)?.Meets(lower, lower) ?? true, Sentence("lower"));
            // The complement of an upper limit close to 1 has lost digits; a printed number allows for 10⁻¹², and so does this.
            Assert.True(method.BracketOfLower(proportion.Mirrored, level)?.Meets(1 - upper - 1e-12, 1 - upper + 1e-12) ?? true, Sentence("upper"));

            string Sentence(string limit) => string.Create(CultureInfo.InvariantCulture, $"{method.Name} {limit} of {proportion} at {level}");
        }
    }

    private static int AssertSame(Identification search)
    {
        var expected = from proportion in search.Proportions
                       from method in IntervalMethods.All
                       let interval = method.Around(proportion, search.Level)
                       let match = search.Figure.Interval!.MatchOf(interval)
                       where match is not null && !(match == Match.Lower && proportion.Cases == 0) && !(match == Match.Upper && proportion.Cases == proportion.Persons)
                       select new Candidate(proportion, method, interval, match.Value);
        var found = search.Candidates.ToList();
        Assert.Equal(expected, found);
        return found.Count;
    }
}
