using System.Text;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The page on notes is generated from the catalogues of notes and of problems.</summary>
public sealed class NotesPageTests
{
    private const string Start = """
        # Notes on results

        A note says what a reader of a result has to know: a code that is stable, for scripts, and a sentence. JSON has both; tables and Markdown have the sentences, as footnotes. This page is generated from the program's own lists.

        With `--strict`, `prevalence`, `tabulate` and `check` end with exit code 4 if there is an actionable note; the result is written all the same.

        ## On one estimate

        In CSV and TSV these codes stand in the column `notes`, separated by `;`; in JSON they are the `notes` of the estimate.

        | code | meaning | actionable |
        | --- | --- | --- |

        """;

    private const string OnResult = """

        ## On the whole result

        In JSON these are the `warnings`. CSV and TSV have no place for them: they go to standard error, unless `--quiet` is given.

        | code | meaning | actionable |
        | --- | --- | --- |

        """;

    private const string OnData = """

        ## Oddities in the data

        These are warnings on a result too, and all of them are actionable; `backpain check` lists them, [and more](problems.md#oddities-counted-and-told-by-backpain-check), with their lines. `check --strict` ends with exit code 4 for any oddity that it lists.

        | code | meaning |
        | --- | --- |

        """;

    [Fact]
    public void Is_what_the_catalogues_say()
    {
        var page = new StringBuilder(Start.ReplaceLineEndings("\n"));
        AppendNotes(NoteScope.Estimate);
        page.Append(OnResult.ReplaceLineEndings("\n"));
        AppendNotes(NoteScope.Result);
        page.Append(OnData.ReplaceLineEndings("\n"));
        foreach (var code in ProblemCodes.All.Where(code => code.IsWarning))
            page.Append("| `").Append(code.Name).Append("` | ").Append(code.Meaning.InOptions()).Append(" |\n");
        var (stored, made) = Repository.Kept("docs/notes.md", page.ToString());
        Assert.Equal(made, stored);

        void AppendNotes(NoteScope scope)
        {
            foreach (var code in NoteCodes.All.Where(code => code.Scope == scope))
                page.Append("| `").Append(code.Name).Append("` | ").Append(code.Meaning.InOptions()).Append(" | ").Append(code.IsActionable ? "yes" : "no").Append(" |\n");
        }
    }

    [Fact]
    public void No_code_is_in_the_list_twice() =>
        Assert.Equal(NoteCodes.All.Count, NoteCodes.All.DistinctBy(code => code.Name).Count());
}
