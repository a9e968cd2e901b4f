using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;

namespace BackPain.Stats.Tests.Intervals;

/// <summary>The catalogue is walked, so that no method can be without an explanation, or have one that leads elsewhere.</summary>
public class ExplanationTests
{
    public static TheoryData<string> MethodNames => [.. IntervalMethods.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Leads_to_the_limits_that_the_method_gives(string name)
    {
        var method = IntervalMethods.Find(name)!;
        foreach (var level in new[] { new ConfidenceLevel(0.9m), new ConfidenceLevel(0.95m), new ConfidenceLevel(0.999m) })
        {
            for (var n = 1; n <= 60; n++)
            {
                for (var x = 0; x <= n; x++)
                    AssertLeadsTo(method, new EffectiveSample(x, n), level);
            }
        }
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Says_what_was_assigned_and_what_was_cut_off(string name)
    {
        var method = IntervalMethods.Find(name)!;
        Assert.Contains(method.Explain(new EffectiveSample(0, 20), ConfidenceLevel.Default).Remarks, remark => remark.Contains("lower limit is 0 by definition", StringComparison.Ordinal));
        Assert.Contains(method.Explain(new EffectiveSample(20, 20), ConfidenceLevel.Default).Remarks, remark => remark.Contains("upper limit is 1 by definition", StringComparison.Ordinal));
        Assert.Empty(method.Explain(new EffectiveSample(8, 20), ConfidenceLevel.Default).Remarks);
    }

    [Fact]
    public void Checks_show_the_equations_that_the_solved_limits_satisfy()
    {
        foreach (var (name, value) in new[] { ("clopper-pearson", 0.025), ("mid-p", 0.025), ("likelihood", 3.8414588206941254) })
        {
            var checks = IntervalMethods.Find(name)!.Explain(new EffectiveSample(15, 148), ConfidenceLevel.Default).Steps.Where(step => step.Quantity == "check").ToList();
            Assert.Equal(2, checks.Count);
            Assert.All(checks, check => Assert.Equal(value, check.Value, 1e-12));
        }
    }

    private static void AssertLeadsTo(IntervalMethod method, EffectiveSample sample, ConfidenceLevel level)
    {
        var interval = method.Around(sample, level);
        var explanation = method.Explain(sample, level);
        Assert.Equal("p̂", explanation.Steps[0].Quantity);
        Assert.All(explanation.Steps, step => Assert.True(double.IsFinite(step.Value), $"{method.Name} {sample}: {step.Quantity}"));
        if (sample.X > 0)
            Assert.Equal(interval.Lower, Math.Max(0, explanation.Steps.Single(step => step.Quantity == ExplanationStep.Lower).Value), 1e-12);
        if (sample.X < sample.N)
            Assert.Equal(interval.Upper, Math.Min(1, explanation.Steps.Single(step => step.Quantity == ExplanationStep.Upper).Value), 1e-12);
    }
}
