using System.Globalization;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Commands.Methods;

/// <summary>The methods and tests for two groups that a command line asks for, and the results that show them.</summary>
/// <param name="Methods">The interval methods.</param>
/// <param name="Tests">The tests.</param>
internal sealed record TwoGroupMethods(IReadOnlyList<ComparisonMethod> Methods, IReadOnlyList<TwoGroupTest> Tests)
{
    /// <summary>Everything that the measures have, or what a name stands for among them.</summary>
    /// <exception cref="RequestException">The name stands for nothing there.</exception>
    public static TwoGroupMethods Of(IReadOnlyList<ComparisonMeasure> measures, MethodName? name)
    {
        if (name is null)
            return new TwoGroupMethods([.. measures.SelectMany(ComparisonMethods.Of)], TwoGroupTests.All);
        var named = name.OfTwoGroups.Where(method => measures.Contains(method.Measure)).ToList();
        if (named.Count == 0 && name.Test is null)
        {
            var others = measures.SelectMany(ComparisonMethods.Of).Select(method => method.Name).Distinct(StringComparer.Ordinal);
            throw new RequestException(
                $"'{name.Text}' is not a method for {string.Join(", ", measures.Select(measure => measure.Name))}; "
                + $"expected {string.Join(", ", others)}.");
        }
        TwoGroupTest?[] tests = [name.Test, .. named.Select(method => method.Test)];
        return new TwoGroupMethods(named, [.. tests.OfType<TwoGroupTest>().Distinct()]);
    }

    /// <summary>The list, or the details if a name was given.</summary>
    public Result List(bool inDetail, Provenance provenance) => inDetail
        ? Result.Of(TwoGroupMethodTables.Details(this), provenance)
        : new Result(people => TwoGroupMethodTables.List(this, people)) { Provenance = provenance };

    /// <summary>The intervals and p values for two groups.</summary>
    public Result SideBySide(TwoGroups groups, ConfidenceLevel level, bool explain, Provenance provenance) =>
        new(people => TwoGroupMethodTables.SideBySide(this, groups, level, people))
        {
            Methods = [.. Methods.Select(method => method.Citation), .. Tests.Select(test => test.Citation)],
            Explanations = explain ? [.. Explanations(groups, level)] : [],
            Provenance = provenance,
        };

    private IEnumerable<Explained> Explanations(TwoGroups groups, ConfidenceLevel level)
    {
        foreach (var method in Methods)
            yield return new Explained(
                string.Create(CultureInfo.InvariantCulture, $"{method.Measure.Title}: {groups}, {method.Title}, level {level}"),
                method.Explain(groups, level));
        foreach (var test in Tests)
            yield return new Explained($"{groups}, {test.Title}", test.Explain(groups));
    }
}
