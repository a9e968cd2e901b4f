using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>Weights that are inferred from the finite populations of a sample without weights.</summary>
/// <remarks>
/// They are N/n in each stratum, the number of units in the population divided by that in the sample, multiplied by the same ratio for
/// each PSU if its finite population is known too, as in R's survey package.
/// </remarks>
public static class InferredWeights
{
    private const string Name = "N/n";

    /// <summary>Returns the tabulation with inferred weights if it has finite populations and no weights, otherwise unchanged.</summary>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    public static Tabulation In(Tabulation tabulation)
    {
        if (tabulation.Weighting is not null || tabulation.Columns.Find(KeyRole.Fpc) is null)
            return tabulation;
        var frame = new SamplingFrame(tabulation);
        var builder = new TabulationBuilder(tabulation.Columns, new Weighting(Name) { IsInferred = true });
        var indexes = Enumerable.Range(0, tabulation.Columns.Count).ToArray();
        var codes = Array.ConvertAll(indexes, index => tabulation.Levels[index].Select(level => builder.CodeOf(index, level)).ToArray());
        builder.DeclareAsIn(tabulation);
        foreach (var cell in tabulation.Cells)
        {
            var key = Array.ConvertAll(indexes, index =>
                cell.CodeOf(index) is var code && code == Tabulation.NoLevel ? code : codes[index][code]);
            DoubleDouble weight = tabulation.IsSampled(cell) ? 1 / FractionOf(frame, cell) : 0;
            builder.Add(key, new Sums(cell.Sums.N, weight * cell.Sums.N, weight * weight * cell.Sums.N));
        }
        return builder.Build();
    }

    private static double FractionOf(SamplingFrame frame, Cell cell) =>
        frame.StratumOf(cell).SampledFraction
        * (frame.Second is { HasFinitePopulations: true } second ? second.PsuOf(cell).SampledFraction : 1);
}
