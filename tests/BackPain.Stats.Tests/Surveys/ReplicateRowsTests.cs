using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Tests.Surveys;

/// <summary>Replicate weights are kept row by row only up to a limit, whatever parts they were counted in.</summary>
public class ReplicateRowsTests
{
    [Theory]
    [InlineData(24, 1)]
    [InlineData(24, null)]
    [InlineData(23, null)]
    public void Beyond_the_limit_no_domain_has_degrees_of_freedom_of_its_own(long limit, int? expected)
    {
        // Six persons with four replicate weights each: 24 numbers. The two women's rows differ, so their rank is 2, hence 1 df.
        foreach (var parts in new[] { 1, 2, 3 })
        {
            var persons = limit == 24 && expected is null ? 7 : 6;
            Assert.Equal(expected, DegreesOfFreedomOfWomen(limit, parts, persons));
        }
    }

    private static double? DegreesOfFreedomOfWomen(long limit, int parts, int persons)
    {
        var builders = Enumerable.Range(0, parts).Select(_ => Empty(limit)).ToList();
        for (var i = 0; i < persons; i++)
            Add(builders[i % parts], i);
        foreach (var part in builders.Skip(1))
            builders[0].Add(part);
        var tabulation = builders[0].Build();
        var outcome = tabulation.Columns.IndexOf(KeyRole.Outcome);
        var cells = tabulation.Cells.Select((cell, index) => (cell, index))
            .Where(entry => tabulation.LevelOf(entry.cell, 0)!.Value.Text == "f")
            .Select(entry => new DomainCell(entry.index, tabulation.LevelOf(entry.cell, outcome) == Level.Case));
        return new ReplicateVariance(tabulation, ReplicateCentre.Estimate).DegreesOfFreedomIn(new DomainProportion(tabulation, cells.ToArray()));
    }

    private static TabulationBuilder Empty(long limit) => new(
        new KeyLayout([KeyColumn.By("sex"), KeyColumn.Outcome("pain", RecallPeriod.Point)]),
        new Weighting("w", [new("r1", 1), new("r2", 1), new("r3", 1), new("r4", 1)]),
        limit);

    private static void Add(TabulationBuilder builder, int person)
    {
        var key = new[] { builder.CodeOf(0, Level.Value(person < 2 ? "f" : "m")), builder.CodeOf(1, person % 2 == 0 ? Level.Case : Level.NonCase) };
        DoubleDouble[] weights = [1 + person, 2, 3 + (person * person), 1];
        builder.Add(key, Sums.OfPerson(1 + person), new ReplicateWeights(weights, person + 1));
    }
}
