using System.Text;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The page on problems is generated from the catalogue of problems.</summary>
public sealed class ProblemsPageTests
{
    [Fact]
    public void The_page_of_problems_lists_every_code()
    {
        var page = new StringBuilder("# Problems in data\n\nEvery problem is told as `FILE:LINE: CODE: found …; expected …. Hint.`; the codes are stable. This page is made from the program's own list.\n\n");
        foreach (var severity in new[] { Severity.Error, Severity.Oddity })
        {
            page.Append(severity == Severity.Error ? "## Errors: nothing is counted until they are put right\n\n" : "\n## Oddities: counted, and told by `backpain check`\n\n");
            page.Append("| code | what is wrong | the way out |\n| --- | --- | --- |\n");
            foreach (var code in ProblemCodes.All.Where(code => code.Severity == severity))
                page.Append("| `").Append(code.Name).Append("` | ").Append(code.Meaning.InOptions()).Append(" | ").Append(code.Remedy.InOptions().Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
        var (stored, made) = Repository.Kept("docs/problems.md", page.ToString());
        Assert.Equal(made, stored);
    }
}
