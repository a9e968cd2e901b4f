using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>Weights for a sample of which only the finite populations are known.</summary>
/// <remarks>They are N/n in each stratum, the units of the population over those of the sample, as in R's survey.</remarks>
public static class InferredWeights
{
    private const string Name = "N/n";

    /// <summary>The same tabulation with these weights, if it has finite populations and no weights; else itself.</summary>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
    public static Tabulation In(Tabulation tabulation)
    {
        if (tabulation.Weighting is not null || !tabulation.IndexesOf(KeyRole.Fpc).Any())
            return tabulation;
        var frame = new SamplingFrame(tabulation);
        var builder = new TabulationBuilder(tabulation.Columns, new Weighting(Name) { IsInferred = true });
        var places = Enumerable.Range(0, tabulation.Columns.Count).ToArray();
        var codes = Array.ConvertAll(places, place => tabulation.Levels[place].Select(level => builder.CodeOf(place, level)).ToArray());
        foreach (var place in places)
            builder.Declare(place, tabulation.Declared[place]);
        foreach (var cell in tabulation.Cells)
        {
            var key = Array.ConvertAll(places, place =>
                cell.CodeOf(place) is var code && code == Tabulation.NoLevel ? code : codes[place][code]);
            DoubleDouble weight = tabulation.IsSampled(cell) ? 1 / frame.StratumOf(cell).SampledFraction : 0;
            builder.Add(key, new Sums(cell.Sums.N, weight * cell.Sums.N, weight * weight * cell.Sums.N));
        }
        return builder.Build();
    }
}
