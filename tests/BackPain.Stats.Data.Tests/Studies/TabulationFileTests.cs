using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Tabulations as they are saved, or made by a database.</summary>
public sealed class TabulationFileTests : IDisposable
{
    private const string Saved = "outside,by:sex,missing:by:sex,point:pain,missing:point:pain,lifetime:ever,n,sum_w,sum_w2\n,f,,case,,case,3,3,3\n,f,,non-case,,,4,4,4\n,,empty,,9,case,5,5,5\nnot adult,,,,,,6,6,6\n";

    private readonly Scratch scratch = new();

    [Fact]
    public void Are_read_as_they_were_written()
    {
        var study = scratch.Read(Saved, new StudyRequest { Stratifications = [new("sex")] });
        Assert.Equal(["f,case,case 3", "f,non-case,- 4", "?empty,?9,case 5", "!not adult,-,-,- 6"], Scratch.CellsOf(study.Tabulation));
        Assert.Equal((18, 18), (study.Tabulation.Cells.Sum(cell => cell.Sums.W.Value), study.Tabulation.Cells.Sum(cell => cell.Sums.W2.Value)));
    }

    [Fact]
    public void An_outcome_that_is_typed_chooses_among_those_of_the_file()
    {
        var study = scratch.Read(Saved, Scratch.Asking("pain"));
        Assert.Equal(["case 3", "non-case 4", "?9 5", "!not adult,- 6"], Scratch.CellsOf(study.Tabulation));
        Assert.Equal(ProblemCodes.UnknownColumn, Assert.Single(scratch.ProblemsIn(Saved, Scratch.Asking("Pain"))).Code);
    }

    [Fact]
    public void Rows_of_one_site_and_the_sums_of_another_are_one_study()
    {
        var (sums, rows) = (scratch.File("sums.csv", Saved), scratch.File("rows.csv", "sex,pain\nf,1\nm,0\n"));
        var study = new StudyReader(Scratch.Asking("pain", "sex"), new ProblemLog()).Read([sums, rows]);
        Assert.Equal(["f,case 4", "f,non-case 4", "m,non-case 1", "?empty,?9 5", "!not adult,-,- 6"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void Levels_may_be_put_into_bands_and_narrowed()
    {
        var request = new StudyRequest
        {
            Stratifications = [new("age")],
            Bands = new Dictionary<string, Bands> { ["age"] = Bands.Every(10) },
            Where = [new ValueCondition("sex", ["f"], true)],
        };
        Assert.Equal(["20-29,case 3", "!not sex=f,-,- 7"], Scratch.CellsOf(scratch.Read("by:age,by:sex,point:pain,n,sum_w,sum_w2\n21,f,case,1,1,1\n29,f,case,2,2,2\n21,m,case,7,7,7\n", request).Tabulation));
    }

    [Theory]
    [InlineData("point:pain,n,sum_w,sum_w2\ncase,1,1,1\ncase,2,2,2\n", "3 duplicate-stratum")]
    [InlineData("point:pain,n,sum_w,sum_w2\nyes,1,1,1\n", "2 unexplained-code")]
    [InlineData("point:pain,n,sum_w,sum_w2\ncase,x,1,1\n", "2 not-a-number")]
    [InlineData("point:pain,n,sum_w,sum_w2\ncase,9223372036854775808,1,1\n", "2 too-many-persons")]
    public void What_is_not_a_tabulation_is_told(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', scratch.ProblemsIn(text, new StudyRequest()).Select(problem => $"{problem.Line} {problem.Code.Name}")));

    [Fact]
    public void A_file_that_only_claims_to_be_one_is_told() =>
        Assert.Equal(ProblemCodes.NotATabulation, Assert.Single(scratch.ProblemsIn("sex,pain\nf,1\n", new StudyRequest { Kind = BackPain.Stats.Data.Codebooks.DataKind.Tabulation })).Code);

    [Fact]
    public void One_outcome_written_in_two_ways_is_not_counted_from_the_first_column()
    {
        var problem = Assert.Single(scratch.ProblemsIn("period:3m:pain,period:P3M:pain,n,sum_w,sum_w2\ncase,non-case,1,1,1\n", new StudyRequest()));
        Assert.Equal((ProblemCodes.NotATabulation, "expected one column 'period:P3M:pain'"), (problem.Code, problem.Expected?.ToString()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("@home", "'@home")]
    [InlineData("-unknown-", "'-unknown-")]
    [InlineData("-5", "-5")]
    [InlineData("+5.5", "+5.5")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_run_comes_back_as_it_was(string text, string written)
    {
        Assert.Equal(written, SpreadsheetText.Escape(text));
        Assert.Equal(text, SpreadsheetText.Unescape(written));
    }

    public void Dispose() => scratch.Dispose();
}
