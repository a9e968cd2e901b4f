using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Engines;

/// <summary>Two tabulations that should be one.</summary>
internal static class SameTabulation
{
    // An engine adds doubles in any order; n·ε for the few hundred persons of a cell.
    private const double Tolerance = 1e-12;

    /// <summary>The same keys, levels, cells and persons, and the same sums but for the rounding of the engine.</summary>
    public static void Holds(Tabulation expected, Tabulation actual)
    {
        Assert.Equal(expected.Columns, actual.Columns);
        Assert.Equal(expected.Weighting?.Name, actual.Weighting?.Name);
        Assert.Equal(expected.Weighting?.Replicates ?? [], actual.Weighting?.Replicates ?? []);
        Assert.Equal(expected.Levels, actual.Levels);
        Assert.Equal(expected.Declared, actual.Declared);
        Assert.Equal(expected.Cells.Count, actual.Cells.Count);
        foreach (var (a, b) in expected.Cells.Zip(actual.Cells))
        {
            Assert.All(Enumerable.Range(0, expected.Columns.Count), place => Assert.Equal(a.CodeOf(place), b.CodeOf(place)));
            Assert.Equal(a.Sums.N, b.Sums.N);
            Close(a.Sums.W, b.Sums.W, a.Sums.W.Value);
            Close(a.Sums.W2, b.Sums.W2, a.Sums.W2.Value);
            for (var r = 0; r < a.Replicates.Length; r++)
                Close(a.Replicates[r], b.Replicates[r], a.Replicates.ToArray().Max(sum => Math.Abs(sum.Value)) + a.Sums.N);
        }
    }

    private static void Close(DoubleDouble expected, DoubleDouble actual, double size) =>
        Assert.True(Math.Abs(expected.Value - actual.Value) <= Tolerance * Math.Abs(size), $"{expected.Value:R} and {actual.Value:R}");
}
