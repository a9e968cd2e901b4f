using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Studies;

public sealed class GroupedTests : IDisposable
{
    private static readonly StudyRequest Counts = new() { Counts = new() { Cases = "x", Persons = "n", Recall = RecallPeriod.Lifetime }, Stratifications = [new("sex")] };

    private readonly Scratch scratch = new();

    [Fact]
    public void Counts_become_cases_and_non_cases()
    {
        var study = scratch.Read("sex,age,x,n\nf,20,3,10\nf,30,1,1\nm,20,0,4\n,20,2,2\n", Counts);
        Assert.Equal(["f,case 4", "f,non-case 7", "m,non-case 4", "?empty,case 2"], Scratch.CellsOf(study.Tabulation));
    }

    [Fact]
    public void A_stratum_without_persons_is_still_seen()
    {
        var study = scratch.Read("sex,x,n\nf,3,10\nm,0,0\n", Counts);
        Assert.Equal(["f", "m"], study.Tabulation.Levels[1].Select(level => level.Text));
    }

    [Fact]
    public void A_file_without_rows_is_refused() =>
        Assert.Equal(["1 no-rows"], scratch.ProblemsIn("sex,x,n\n\n", Counts).Select(problem => $"{problem.Line} {problem.Code.Name}"));

    [Fact]
    public void Every_recall_period_is_an_outcome_of_its_own()
    {
        var study = scratch.Read("sex,recall,x,n\nf,P3M,3,10\nf,point,1,10\nm,3m,4,4\nf,,5,9\n", Counts with { Counts = new() { Cases = "x", Persons = "n", RecallColumn = "recall" } });
        Assert.Equal(["point", "P3M"], study.Tabulation.Columns.Skip(2).Select(column => column.Recall!.ToString()));
        Assert.Equal(
            new[] { "f,case,- 1", "f,non-case,- 9", "f,-,case 3", "f,-,non-case 7", "m,-,case 4", "!recall not stated,-,-,- 9" }.Order(),
            Scratch.CellsOf(study.Tabulation).Order());
    }

    [Theory]
    [InlineData("sex,x,n\nf,5,3\n", "2 cases-exceed-persons")]
    [InlineData("sex,x,n\nf,1.5,3\n", "2 not-a-whole-number")]
    [InlineData("sex,x,n\nf,-1,3\n", "2 not-a-whole-number")]
    [InlineData("sex,x,n\nf,,3\n", "2 not-a-number")]
    [InlineData("sex,x,n\nf,many,few\n", "2 not-a-number,2 not-a-number")]
    [InlineData("sex,x,n\nf,1,3\nm,1,3\nf,2,4\n", "4 duplicate-stratum")]
    [InlineData("sex,x,n\n1,1,3\n 1,1,3\n", "3 duplicate-stratum")]
    [InlineData("sex,x,n\n1,1,3\n2,1,3\n1.0,2,4\n01,1,3\n", "4 duplicate-stratum,5 duplicate-stratum")]
    [InlineData("sex,x,n\n1,1,3\n1.0,2,4\nm,1,3\n", "")]
    [InlineData("sex,x,n\n1,1,3\n1.0,2,4\nNA,1,3\n", "3 duplicate-stratum")]
    [InlineData("sex,site,x,n\nf,1,1,3\nf,1.0,1,3\n", "3 duplicate-stratum")]
    [InlineData("sex,site,x,n\nf,1,1,3\nf,1.0,1,3\nf,north,1,3\n", "")]
    [InlineData("sex,y,n\nf,1,3\n", "1 unknown-column")]
    public void What_cannot_be_counted_is_told(string text, string expected) =>
        Assert.Equal(expected, Told(text, Counts));

    [Fact]
    public void Whether_two_texts_of_a_number_are_one_stratum_is_decided_by_all_files()
    {
        var (numbers, texts) = (scratch.File("numbers.csv", "sex,x,n\n1,1,3\n1.0,2,4\n"), scratch.File("texts.csv", "sex,x,n\nm,1,3\n"));
        Assert.Equal(["1", "1.0", "m"], new StudyReader(Counts, new ProblemLog()).Read([numbers, texts]).Tabulation.Levels[1].Select(level => level.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["1", "1.0", "m"], new StudyReader(Counts, new ProblemLog()).Read([texts, numbers]).Tabulation.Levels[1].Select(level => level.Text).Order(StringComparer.Ordinal));
        Assert.Throws<DataException>(() => new StudyReader(Counts, new ProblemLog()).Read([numbers]));
    }

    [Fact]
    public void A_label_is_the_stratum_of_its_code_and_a_span_that_of_its_other_spelling()
    {
        scratch.File("datapackage.json", """{ "resources": [ { "name": "data", "path": "data.csv", "schema": { "fields": [ { "name": "site", "categories": [ { "value": 1, "label": "north" }, { "value": 2, "label": "south" } ], "required": false } ] } } ] }""");
        Assert.Equal("3 duplicate-stratum", Told("sex,site,x,n\nf,1,1,3\nf,north,1,3\nf,south,1,3\n", Counts));
        Assert.Equal("3 duplicate-stratum", Told("sex,r,x,n\nf,3m,1,3\nf,P3M,1,3\n", Counts with { Counts = new() { Cases = "x", Persons = "n", RecallColumn = "r" } }));
    }

    [Fact]
    public void A_recall_period_that_cannot_be_read_is_told() =>
        Assert.Equal(ProblemCodes.NotARecall, Assert.Single(scratch.ProblemsIn("sex,r,x,n\nf,often,1,3\n", Counts with { Counts = new() { Cases = "x", Persons = "n", RecallColumn = "r" } })).Code);

    [Theory]
    [InlineData(null, "n", true)]
    [InlineData("x", null, true)]
    [InlineData("x", "n", false)]
    public void What_the_counts_are_has_to_be_said(string? cases, string? persons, bool recall) =>
        Assert.Throws<RequestException>(() => scratch.Read("sex,x,n\nf,1,3\n", Counts with { Counts = new() { Cases = cases, Persons = persons, Recall = recall ? RecallPeriod.Point : null } }));

    public void Dispose() => scratch.Dispose();

    private string Told(string text, StudyRequest request) => string.Join(',', scratch.ProblemsIn(text, request).Select(problem => $"{problem.Line} {problem.Code.Name}"));
}
