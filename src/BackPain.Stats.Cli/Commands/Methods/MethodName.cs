using BackPain.Stats.Cli.Options;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Intervals;
using BackPain.Stats.Rates;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>A name, and what it stands for in each catalogue of methods.</summary>
/// <param name="Text">The name, as typed.</param>
/// <param name="OfProportion">The interval method for one proportion; null if there is none.</param>
/// <param name="OfTwoGroups">The interval methods for two groups, one for each measure that has it.</param>
/// <param name="Test">The test of two groups; null if there is none.</param>
/// <param name="OfStandardization">The method of standardization; null if there is none.</param>
internal sealed record MethodName(
    string Text,
    IntervalMethod? OfProportion,
    IReadOnlyList<ComparisonMethod> OfTwoGroups,
    TwoGroupTest? Test,
    StandardizationMethod? OfStandardization)
{
    /// <summary>All names, for completion.</summary>
    public static IEnumerable<string> All => IntervalMethods.All.Select(method => method.Name)
        .Concat(ComparisonMethods.All.Select(method => method.Name))
        .Concat(TwoGroupTests.All.Select(test => test.Name))
        .Concat(StandardizationMethods.All.Select(method => method.Name))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Looks a name up.</summary>
    public static bool TryParse(string text, out MethodName? value, out string? problem)
    {
        var known = IntervalOptions.TryMethod(text, out var method, out problem);
        value = new MethodName(text, method, ComparisonMethods.Find(text), TwoGroupTests.Find(text), StandardizationMethods.Find(text));
        return known || value is not { OfTwoGroups.Count: 0, Test: null, OfStandardization: null };
    }
}
