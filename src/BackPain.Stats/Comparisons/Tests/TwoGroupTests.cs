namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The catalogue of all tests of two groups. A new test is one more line here.</summary>
public static class TwoGroupTests
{
    /// <summary>All tests, in display order.</summary>
    public static IReadOnlyList<TwoGroupTest> All { get; } =
    [
        new NMinusOne(),
        new Pearson(),
        new Yates(),
        new LikelihoodRatioG(),
        new Fisher(),
        new FisherCentral(),
        new FisherMidP(),
    ];

    /// <summary>The default: the score test that decides all three default intervals.</summary>
    public static TwoGroupTest Default => All[0];

    /// <summary>Returns the test with the given name, ignoring case, or null if there is none.</summary>
    public static TwoGroupTest? Find(string name) =>
        All.FirstOrDefault(test => test.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns a test of the catalogue by its type.</summary>
    internal static TwoGroupTest The<T>()
        where T : TwoGroupTest => All.First(test => test is T);
}
