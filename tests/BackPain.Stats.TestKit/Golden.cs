namespace BackPain.Stats.TestKit;

/// <summary>The recorded results of other programs; <c>tests/golden/README.md</c> says how each was made.</summary>
public static class Golden
{
    /// <summary>The rows of a golden file, each as its values by column. Golden files hold no quotes.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var lines = File.ReadLines(Repository.PathOf($"tests/golden/{name}")).GetEnumerator();
        lines.MoveNext();
        var header = lines.Current.Split(',');
        while (lines.MoveNext())
            yield return header.Zip(lines.Current.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>How far a number is from its witness, relative to the witness; absolute where the witness is 0.</summary>
    public static double Error(double value, double witness) => witness == 0 ? Math.Abs(value) : Math.Abs(value - witness) / Math.Abs(witness);
}
