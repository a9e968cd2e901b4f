using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Sums that somebody wrote by hand, or that are too large, are refused with their line and never added up.</summary>
public sealed class ImpossibleSumsTests : IDisposable
{
    private const string Weighted = "strata:h,psu:u,point:pain,n,sum_w:w,sum_w2:w\n";

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData(Weighted + "1,,case,1,1,1\n", "2 missing-design")]
    [InlineData(Weighted + ",1,case,1,1,1\n", "2 missing-design")]
    [InlineData(Weighted + "1,1,case,1,-1,1\n", "2 bad-sums")]
    [InlineData(Weighted + "1,1,case,1,1,-1\n", "2 bad-sums")]
    [InlineData(Weighted + "1,1,case,2,4,7.9\n", "2 bad-sums")]
    [InlineData(Weighted + "1,1,case,2,4,16.1\n", "2 bad-sums")]
    [InlineData(Weighted + "1,1,case,0,4,16\n", "2 bad-sums")]
    [InlineData(Weighted + "1,1,case,-1,1,1\n", "2 not-a-number")]
    [InlineData(Weighted + "1,1,case,1,1e300,1\n", "2 weight-too-large")]
    [InlineData(Weighted + "1,1,case,1,1e200,1\n", "2 weight-too-large")]
    [InlineData(Weighted + "1,1,case,1,1,1e999\n", "2 weight-too-large")]
    [InlineData(Weighted + "1,1,case,100,1e142,1e282\n", "")]
    [InlineData(Weighted + "1,1,case,9223372036854775808,1,1\n", "2 too-many-persons")]
    [InlineData(Weighted + "1,1,weight-0,1,1,1\n", "2 bad-sums")]
    [InlineData(Weighted + "1,1,case,2,4,8\n1,1,weight-0,1,0,0\n", "")]
    [InlineData("point:pain,n,sum_w,sum_w2\nweight-0,1,1,1\n", "2 unexplained-code")]
    [InlineData("point:pain,n,sum_w,sum_w2\ncase,2,3,3\n", "2 bad-sums")]
    [InlineData("point:pain,n,sum_w,sum_w2\ncase,2,2,4\n", "2 bad-sums")]
    [InlineData("fpc:N,point:pain,n,sum_w,sum_w2\nx,case,2,2,2\n", "2 bad-fpc")]
    [InlineData("fpc:N,point:pain,n,sum_w,sum_w2\n0,case,2,2,2\n", "2 bad-fpc")]
    [InlineData("fpc:N,point:pain,n,sum_w,sum_w2\n1e999,case,2,2,2\n", "2 bad-fpc")]
    [InlineData("fpc:N,point:pain,n,sum_w,sum_w2\n400,case,2,2,2\n400.0,non-case,2,2,2\n", "")]
    [InlineData("fpc:N,point:pain,n,sum_w,sum_w2\n400,case,2,2,2\n500,non-case,2,2,2\n", "3 bad-fpc")]
    [InlineData("psu:u,psu:v,point:pain,n,sum_w,sum_w2\n1,1,case,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:a,sum_w2:a,sum_w:b,sum_w2:b\ncase,2,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:w,sum_w2:w,replicate:1e999:r\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:w,sum_w2:w,replicate:-1:r\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:w,sum_w2:w,replicate:NaN:r\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w,sum_w2,replicate:1:r\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:w,sum_w2:w,replicate:1:r,replicate_rank\ncase,2,2,2,2,1000000000000\n", "2 not-a-number")]
    [InlineData("ssu:u,point:pain,n,sum_w,sum_w2\n1,case,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("fpc:N,fpc2:M,point:pain,n,sum_w,sum_w2\n9,9,case,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("psu:c,fpc2:M,point:pain,n,sum_w,sum_w2\n9,9,case,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,period:back,n,sum_w,sum_w2\ncase,case,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,period:soon:back,n,sum_w,sum_w2\ncase,case,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,missing:by:sex,n,sum_w,sum_w2\ncase,,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,order:by:sex,n,sum_w,sum_w2\ncase,1,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w,sum_w2,sum_w2:w\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:w,sum_w2:w,replicate_rank\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w:w,sum_w2:w,replicate:r\ncase,2,2,2,2\n", "1 not-a-tabulation")]
    [InlineData("point:pain,n,sum_w,sum_w2,comment\ncase,2,2,2,see page 3\n", "")]
    public void A_tabulation_that_no_persons_have_is_refused(string text, string expected) =>
        Assert.Equal(expected, Told(scratch.ProblemsIn(text, new StudyRequest { Kind = DataKind.Tabulation })));

    [Theory]
    [InlineData("sums:n,pain,w,sums:w:w,sums:w2:w\n2,1,1,-2,2\n", "2 bad-sums")]
    [InlineData("sums:n,pain,w,sums:w:w,sums:w2:w\n2,1,1,4,7.9\n", "2 bad-sums")]
    [InlineData("sums:n,pain,w,sums:w:w,sums:w2:w\n2,1,1,4,16.1\n", "2 bad-sums")]
    [InlineData("sums:n,pain,w,sums:w:w,sums:w2:w\n-2,1,1,4,8\n", "2 not-a-number")]
    [InlineData("sums:n,pain,w,sums:w:w,sums:w2:w\n2,1,1,1e300,1e300\n", "2 weight-too-large")]
    [InlineData("sums:n,pain,w,sums:w:w,sums:w2:w\n2,1,1,1e999,1\n", "2 weight-too-large")]
    [InlineData("sums:n,pain,w,sums:w:w\n2,1,1,4\n", "1 unknown-column")]
    [InlineData("sums:n,pain,w\n2,1,1\n", "1 unknown-column,1 unknown-column")]
    public void So_are_sums_of_a_statement(string text, string expected) =>
        Assert.Equal(expected, Told(scratch.ProblemsIn(text, Scratch.Asking("pain") with { Design = new DesignColumns { Weight = "w" } })));

    [Theory]
    [InlineData("-1", "2 missing-weight")]
    [InlineData("-2", "2 not-a-number")]
    [InlineData("-3", "2 not-a-number")]
    [InlineData("-1e18", "2 not-a-number")]
    [InlineData("0.5", "2 not-a-number")]
    [InlineData("1", "")]
    public void What_a_statement_says_of_replicates_is_looked_at(string standing, string expected)
    {
        var design = new DesignColumns { Weight = "w", Replicates = new ReplicateColumns("r*", JackknifeOne, null) };
        var problems = scratch.ProblemsIn($"sums:n,pain,w,sums:w:w,sums:w2:w,sums:w:r1,sums:replicates\n2,1,1,4,8,3,{standing}\n", Scratch.Asking("pain") with { Design = design });
        Assert.Equal(expected, Told(problems));
    }

    [Fact]
    public void Persons_of_all_files_are_never_more_than_can_be_counted()
    {
        var asked = Scratch.Asking("pain");
        var nearly = scratch.File("nearly.csv", "sums:n,pain\n9223372036854775806,1\n");
        var last = scratch.File("last.csv", "id,pain\n1,0\n");
        Assert.Equal(long.MaxValue, new StudyReader(asked, new ProblemLog(), threads: 2).Read([nearly, last]).Tabulation.Persons);
        var others = new[] { "id,pain\n1,1\n", "sums:n,pain\n1,1\n", "point:pain,n,sum_w,sum_w2\ncase,1,1,1\n", "point:pain,n,sum_w,sum_w2\ncase,9223372036854775807,9223372036854775807,9223372036854775807\n" };
        foreach (var (text, threads) in others.SelectMany(text => new[] { (text, 1), (text, 2) }))
        {
            var log = new ProblemLog();
            Assert.Throws<DataException>(() => new StudyReader(asked, log, threads: threads).Read([nearly, last, scratch.File("other.csv", text)]));
            Assert.Equal("2 too-many-persons", Told(log.Problems));
        }
    }

    [Fact]
    public void Grouped_rows_are_added_up_to_the_last_person_that_can_be_counted()
    {
        var grouped = new StudyRequest { Counts = new() { Cases = "cases", Persons = "persons", Recall = RecallPeriod.Point } };
        var saved = scratch.File("saved.csv", "point:cases,n,sum_w,sum_w2\ncase,9223371036854775805,9223371036854775805,9223371036854775805\n");
        const string Counts = "sex,cases,persons\nm,0,1000000000000\nf,1,2\n";
        Assert.Equal(long.MaxValue, new StudyReader(grouped, new ProblemLog()).Read([saved, scratch.File("counts.csv", Counts)]).Tabulation.Persons);
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(grouped, log).Read([saved, scratch.File("counts.csv", $"{Counts}x,0,1\n")]));
        Assert.Equal("4 too-many-persons", Told(log.Problems));
    }

    public void Dispose() => scratch.Dispose();

    private static ReplicateType JackknifeOne => ReplicateType.TryParse("jk1", out var type) ? type! : throw new InvalidOperationException();

    private static string Told(IEnumerable<Problem> problems) => string.Join(',', problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));
}
