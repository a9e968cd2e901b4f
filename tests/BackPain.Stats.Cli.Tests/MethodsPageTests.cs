using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Comparisons.Methods;
using BackPain.Stats.Comparisons.Tests;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>docs/methods.md is made from the catalogue, and is not stale.</summary>
public class MethodsPageTests
{
    private static readonly Proportion Example = new(15, 148);
    private static readonly TwoGroups ExampleGroups = new(Example, new Proportion(30, 160));

    [Fact]
    public void The_page_is_what_the_catalogue_says()
    {
        var (stored, made) = Repository.Kept("docs/methods.md", Page());
        Assert.Equal(made, stored.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_page_on_two_groups_is_what_the_catalogue_says()
    {
        var (stored, made) = Repository.Kept("docs/comparison-methods.md", PageOfTwoGroups());
        Assert.Equal(made, stored.ReplaceLineEndings("\n"));
    }

    private static string PageOfTwoGroups()
    {
        var page = new StringBuilder("""
            # Confidence intervals and tests for two groups

            x₁ cases in n₁ persons are compared with x₂ cases in n₂ persons of the reference; p̂ = x/n, q̂ = 1 − p̂, y = n − x, N = n₁ + n₂, m = x₁ + x₂, α = 1 − level,
            z the normal quantile at 1 − α/2. The estimate is always that of the sample. All intervals are two-sided and hold it; exchanging the groups gives the mirror image.
            Where a test is named, it rejects at a level exactly if the interval at that level does not hold 0 (differences) or 1 (ratios).
            `backpain methods --cases 15 --persons 148 --versus 30/160` shows all of them for the same groups. This page is made from the program's own catalogue.

            | measure | name | method | test that agrees |
            | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var method in ComparisonMethods.All)
            page.Append(CultureInfo.InvariantCulture, $"| {method.Measure.Name} | `{method.Name}` | {method.Title}{(method == ComparisonMethods.DefaultOf(method.Measure) ? ", the default" : "")} | {(method.Test is { } test ? $"`{test.Name}`" : "")} |\n");
        page.Append("\n| test | |\n| --- | --- |\n");
        foreach (var test in TwoGroupTests.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{test.Name}` | {test.Title}{(test == TwoGroupTests.Default ? ", the default" : "")} |\n");
        foreach (var method in ComparisonMethods.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {method.Name}, {method.Measure.Name}\n\n**{method.Title}.** {method.WhenToUse}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"* Definition: {method.Formula}\n* At the edges: {method.AtTheEdges}\n* Weakness: {method.Weakness}\n* Reference: {method.Reference}\n\n");
            Append(page, method.Explain(ExampleGroups, ConfidenceLevel.Default));
        }
        foreach (var test in TwoGroupTests.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {test.Name}, test\n\n**{test.Title}.** {test.WhenToUse}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"* Definition: {test.Formula}\n* At the edges: {test.AtTheEdges}\n* Weakness: {test.Weakness}\n* Reference: {test.Reference}\n\n");
            Append(page, test.Explain(ExampleGroups));
        }
        return page.ToString();
    }

    private static void Append(StringBuilder page, Explanation explanation)
    {
        page.Append(CultureInfo.InvariantCulture, $"Example, {ExampleGroups} at 95 %:\n\n```text\n");
        page.AppendJoin('\n', ExplanationText.Lines(explanation)).Append("\n```\n");
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Confidence intervals for one proportion

            x cases in n persons, p̂ = x/n, q̂ = 1 − p̂, α = 1 − level, z the normal quantile at 1 − α/2. All intervals are two-sided with α/2 in each tail,
            lie in 0 to 1, hold p̂, start at exactly 0 when x = 0 and end at exactly 1 when x = n. `backpain methods --coverage --persons N` tells how often
            each holds the true proportion in samples of N. This page is made from the program's own catalogue.

            | name | also called | method |
            | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var method in IntervalMethods.All)
            page.Append(CultureInfo.InvariantCulture, $"| [`{method.Name}`](#{method.Name}) | {string.Join(", ", method.Aliases.Select(alias => $"`{alias}`"))} | {method.Title}{(method == IntervalMethods.Default ? ", the default" : "")} |\n");
        foreach (var method in IntervalMethods.All)
            Append(page, method);
        return page.ToString();
    }

    private static void Append(StringBuilder page, IntervalMethod method)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {method.Name}\n\n**{method.Title}.** {method.WhenToUse}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"* Definition: {method.Formula}\n* At 0 and n: {method.AtTheEdges}\n* Weakness: {method.Weakness}\n* Reference: {method.Reference}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Example, {Example.Cases} of {Example.Persons} at 95 %:\n\n```text\n");
        page.AppendJoin('\n', ExplanationText.Lines(method.Explain(EffectiveSample.Of(Example), ConfidenceLevel.Default))).Append("\n```\n");
    }
}
