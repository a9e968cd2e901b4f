using BackPain.Stats.Definitions;
using BackPain.Stats.Estimation;
using BackPain.Stats.Intervals;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Surveys;

/// <summary>The rules of Parker et al. 2017 (Vital Health Stat 2(175)), in their order, on the examples of the method notes.</summary>
public class NchsStandardTests
{
    [Theory]
    [InlineData(0.5, 25, 25d, 40d, 0.25, "Suppress", "sample-size")]
    [InlineData(0.5, 40, 25d, 40d, 0.25, "Suppress", "sample-size")]
    [InlineData(0.10, 100, 100d, 40d, 0.33, "Suppress", "ci-width")]
    [InlineData(0.5, 100, 100d, 40d, 0.30, "Suppress", "ci-width")]
    [InlineData(0.02, 100, 100d, 40d, 0.04, "Present", "")]
    [InlineData(0.02, 100, 100d, 40d, 0.05, "Present", "")]
    [InlineData(0.04, 100, 100d, 40d, 0.06, "Suppress", "relative-width")]
    [InlineData(0.97, 100, 100d, 40d, 0.06, "Footnote", "complement-relative-width")]
    [InlineData(0.5, 100, 100d, 7d, 0.2, "Review", "degrees-of-freedom")]
    [InlineData(0.5, 100, 100d, 8d, 0.2, "Present", "")]
    [InlineData(0d, 100, 100d, 40d, 0.0362167, "Review", "zero-or-all")]
    [InlineData(1d, 50, 50d, 40d, 0.0711, "Review", "zero-or-all")]
    [InlineData(0.97, 100, 100d, 7d, 0.06, "Review", "degrees-of-freedom")]
    public void The_rules_are_asked_in_their_order(double p, int n, double effective, double df, double width, string action, string reason)
    {
        var presentation = NchsStandard.Judge(new NchsEvidence(p, n, effective, effective, df, new ConfidenceInterval(0, width)));
        Assert.Equal((action, reason), (presentation.Action.ToString(), presentation.Reason));
    }

    [Fact]
    public void No_case_in_100_persons_with_5_degrees_of_freedom_has_the_limit_of_100_persons()
    {
        // R 4.2.2: qbeta(.975, 1, 100) = 0.03621669264517642; survey 4.1-1 gives no limit.
        var builder = new TabulationBuilder([KeyColumn.DesignStratum("s"), KeyColumn.Psu("p"), KeyColumn.Outcome("pain", RecallPeriod.Point)]);
        for (var psu = 0; psu < 10; psu++)
            builder.Add([builder.CodeOf(0, Level.Value($"{psu / 2}")), builder.CodeOf(1, Level.Value($"{psu}")), builder.CodeOf(2, Level.NonCase)], Sums.Unweighted(10));
        var estimate = PrevalenceAnswer.To(new PrevalenceQuestion { ByNchsStandard = true }, builder.Build()).Estimates.Single();
        Assert.Equal(5, estimate.Design!.DegreesOfFreedom);
        Assert.Equal(0, estimate.Intervals[0].Interval!.Value.Lower);
        Assert.Equal(0.03621669264517642, estimate.Intervals[0].Interval!.Value.Upper, 1e-14);
        Assert.Equal((PresentationAction.Review, "zero-or-all"), (estimate.Presentation!.Action, estimate.Presentation.Reason));
        Assert.Contains(Note.KornGraubardAtEdge, estimate.Intervals[0].Notes);
    }
}
