using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Tests.Intervals;

/// <summary>What must hold of every interval method, for every x and n up to 60.</summary>
public class IntervalLawTests
{
    private const int MostPersons = 60;
    private const double Rounding = 1e-13;

    private static readonly ConfidenceLevel[] Levels = [new(0.8m), new(0.95m), new(0.99m), new(0.9999m)];

    public static TheoryData<string> MethodNames => [.. IntervalMethods.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Lies_in_0_to_1_around_the_estimate(string name) => ForAll(name, (method, proportion, level) =>
    {
        var (lower, upper) = method.Around(proportion, level);
        Assert.InRange(lower, 0, proportion.Value);
        Assert.InRange(upper, proportion.Value, 1);
        Assert.False(double.IsNegative(lower));
    });

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Starts_at_exactly_0_without_cases_and_ends_at_exactly_1_without_non_cases(string name) => ForAll(name, (method, proportion, level) =>
    {
        var (lower, upper) = method.Around(proportion, level);
        if (proportion.Cases == 0)
            Assert.Equal(0, lower);
        if (proportion.Cases == proportion.Persons)
            Assert.Equal(1, upper);
    });

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Mirrors_when_cases_and_non_cases_swap(string name) => ForAll(name, (method, proportion, level) =>
    {
        var interval = method.Around(proportion, level);
        var mirrored = method.Around(new Proportion(proportion.Persons - proportion.Cases, proportion.Persons), level);
        Assert.Equal(interval.Lower, 1 - mirrored.Upper, Rounding);
        Assert.Equal(interval.Upper, 1 - mirrored.Lower, Rounding);
    });

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Widens_with_the_level(string name) => ForAll(name, (method, proportion, level) =>
    {
        var wider = method.Around(proportion, new ConfidenceLevel((decimal)level.Value + ((1m - (decimal)level.Value) / 3)));
        var interval = method.Around(proportion, level);
        Assert.True(wider.Lower <= interval.Lower + Rounding);
        Assert.True(wider.Upper >= interval.Upper - Rounding);
    });

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Rises_with_the_cases(string name) => ForAll(name, (method, proportion, level) =>
    {
        // By its definition the upper logit limit of 2/n is below that of 1/n once z > ln 2/(1 − 1/√2) = 2.37, so for logit the law ends at 98 %.
        if (proportion.Cases == proportion.Persons || (method is Logit && level.Value > 0.98))
            return;
        var interval = method.Around(proportion, level);
        var more = method.Around(new Proportion(proportion.Cases + 1, proportion.Persons), level);
        Assert.True(more.Lower >= interval.Lower - Rounding);
        Assert.True(more.Upper >= interval.Upper - Rounding);
    });

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Tells_all_about_itself(string name)
    {
        var method = IntervalMethods.Find(name)!;
        Assert.All(
            new[] { method.Title, method.Formula, method.WhenToUse, method.Weakness, method.AtTheEdges, method.Reference.Citation },
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(method.Aliases, alias => Assert.Same(method, IntervalMethods.Find(alias.ToUpperInvariant())));
    }

    [Fact]
    public void Every_name_and_alias_means_one_method()
    {
        var names = IntervalMethods.All.SelectMany(IntervalMethods.NamesOf).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(12, IntervalMethods.All.Count);
        Assert.Null(IntervalMethods.Find("bayes"));
    }

    [Fact]
    public void Notes_stand_where_a_method_has_something_to_confess()
    {
        var (nobody, some) = (new EffectiveSample(0, 20), new EffectiveSample(3, 20));
        Assert.Equal(Note.LogitUndefined, new Logit().NoteOn(nobody));
        Assert.Equal(Note.LogitUndefined, new Logit().NoteOn(nobody.Mirrored()));
        Assert.Equal(Note.DegenerateInterval, new Wald().NoteOn(nobody));
        Assert.All(IntervalMethods.All, method => Assert.Null(method.NoteOn(some)));
    }

    private static void ForAll(string name, Action<IntervalMethod, Proportion, ConfidenceLevel> law)
    {
        var method = IntervalMethods.Find(name)!;
        foreach (var level in Levels)
        {
            for (var n = 1; n <= MostPersons; n++)
            {
                for (var x = 0; x <= n; x++)
                    law(method, new Proportion(x, n), level);
            }
        }
    }
}
