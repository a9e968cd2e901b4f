using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Tests.Engines;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Rows;

/// <summary>A format is one subclass of <see cref="DataRows"/>: every kind of data, every check and every message works with it.</summary>
public sealed class NewFormatTests : IDisposable
{
    private readonly Scratch scratch = new();

    public static TheoryData<string, string> Kinds => new()
    {
        { "individuals", "id,sex,pain,w,psu,stratum,age\n1,f,1,2.5,1,a,30\n2,m,0,1,1.0,a,41\n3,f,NA,0,2,a,52\n4,m,1,1.5,3,b,63\n5,f,0,5.397605346934028e-79,4,b,29\n" },
        { "grouped", "sex,age,x,n\nf,30,3,10\nf,41,1,1\nm,30,0,4\n" },
        { "tabulation", "by:sex,point:pain,missing:point:pain,n,sum_w,sum_w2\nf,case,,3,3,3\nf,non-case,,4,4,4\nm,,?,2,2,2\n" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_rows_are_counted_like_those_of_a_text(string kind, string text)
    {
        var expected = scratch.Read(text, RequestFor(kind));
        var log = new ProblemLog();
        var study = new StudyReader(RequestFor(kind), log).Read([new OpenInput(RowsOf(text, log), Codebook.None)]);
        SameTabulation.Holds(expected.Tabulation, study.Tabulation);
        Assert.Equal(expected.Warnings.Select(note => note.Code), study.Warnings.Select(note => note.Code));
    }

    [Fact]
    public void Its_problems_are_told_with_the_numbers_of_its_rows()
    {
        var log = new ProblemLog();
        var rows = RowsOf("sex,pain\nf,1\nm,7\nx,2\n", log);
        Assert.Throws<DataException>(() => new StudyReader(Scratch.Asking("pain", "sex"), log).Read([new OpenInput(rows, Codebook.None)]));
        Assert.Equal(["made up 2 unexplained-code"], log.Problems.Select(problem => $"{problem.File} {problem.Line} {problem.Code.Name}"));
    }

    [Fact]
    public void What_is_wrong_with_its_columns_is_told_before_any_row()
    {
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(Scratch.Asking("pain"), log).Read([new OpenInput(RowsOf("pain,pain\n1,2\n", log), Codebook.None)]));
        Assert.Equal(["duplicate-column"], log.Problems.Select(problem => problem.Code.Name));
    }

    public void Dispose() => scratch.Dispose();

    private static StudyRequest RequestFor(string kind) => kind switch
    {
        "individuals" => Scratch.Asking("pain", "sex") with
        {
            Design = new() { Weight = "w", Strata = "stratum", Psu = "psu" },
            Where = [Condition.TryParse("age>=30", out var atLeast30) ? atLeast30! : throw new InvalidOperationException()],
            Persons = new() { Id = ["id"] },
        },
        "grouped" => new() { Counts = new() { Cases = "x", Persons = "n", Recall = RecallPeriod.Lifetime }, Stratifications = [new("sex")] },
        _ => new() { Stratifications = [new("sex")] },
    };

    private static ListedRows RowsOf(string text, ProblemLog log)
    {
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
        return new ListedRows("made up", lines[0], lines[1..], log);
    }
}
