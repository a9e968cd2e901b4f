namespace BackPain.Stats.Comparisons.Tests;

/// <summary>The result of a test.</summary>
/// <param name="Statistic">The test statistic; null if the test has none.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of the statistic; null if it has none.</param>
/// <param name="P">The two-sided p value, from 0 to 1; null if the test is undefined.</param>
public sealed record TestResult(double? Statistic, int? DegreesOfFreedom, double? P)
{
    /// <summary>A test that is undefined for the data.</summary>
    public static TestResult Undefined { get; } = new(null, null, null);
}
