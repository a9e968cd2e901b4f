using System.Globalization;
using System.Text;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Definitions;
using BackPain.Stats.Intervals;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>docs/methods.md is made from the catalogue, and is not stale.</summary>
public class MethodsPageTests
{
    private static readonly Proportion Example = new(15, 148);

    [Fact]
    public void The_page_is_what_the_catalogue_says()
    {
        var (stored, made) = Repository.Kept("docs/methods.md", Page());
        Assert.Equal(made, stored.ReplaceLineEndings("\n"));
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
