using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Counts are whole numbers up to 2⁶³ − 1, each of them exact: a double holds no more than 2⁵³.</summary>
public sealed class LargeCountTests : IDisposable
{
    private static readonly StudyRequest Grouped = new() { Counts = new() { Cases = "cases", Persons = "persons", Recall = RecallPeriod.Point } };

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("1000000000001", 1_000_000_000_001)]
    [InlineData("9007199254740993", 9_007_199_254_740_993)]
    [InlineData("9007199254740993.0", 9_007_199_254_740_993)]
    [InlineData("9.007199254740993e15", 9_007_199_254_740_993)]
    [InlineData("1e18", 1_000_000_000_000_000_000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    public void A_count_is_read_exactly(string written, long persons)
    {
        var study = new StudyReader(Grouped, new ProblemLog()).Read([scratch.File("counts.csv", $"sex,cases,persons\nm,1,{written}\n")]);
        Assert.Equal([1, persons - 1], study.Tabulation.Cells.Select(cell => cell.Sums.N).Order());
        var frequency = Scratch.Asking("pain") with { Persons = new() { Frequency = "times" } };
        var rows = new StudyReader(frequency, new ProblemLog()).Read([scratch.File("rows.csv", $"pain,times\n1,{written}\n")]);
        Assert.Equal(persons, rows.Tabulation.Persons);
        Assert.Equal(DoubleDouble.Of(persons), rows.Tabulation.Cells[0].Sums.W);
    }

    [Theory]
    [InlineData("9223372036854775808", "2 too-many-persons")]
    [InlineData("1e30", "2 too-many-persons")]
    [InlineData("1e999", "2 too-many-persons")]
    [InlineData("-1e30", "2 not-a-whole-number")]
    [InlineData("9007199254740993.5", "2 not-a-whole-number")]
    [InlineData("0.1", "2 not-a-whole-number")]
    [InlineData("Infinity", "2 not-a-number")]
    public void What_cannot_be_counted_is_told_with_its_line(string written, string expected)
    {
        Assert.Equal(expected, Told(scratch.ProblemsIn($"sex,cases,persons\nm,1,{written}\n", Grouped)));
        Assert.Equal(expected, Told(scratch.ProblemsIn($"pain,times\n1,{written}\n", Scratch.Asking("pain") with { Persons = new() { Frequency = "times" } })));
    }

    [Fact]
    public void Cases_and_non_cases_that_overflow_together_are_told()
    {
        var asked = Grouped with { Counts = new() { Cases = "cases", NonCases = "healthy", Recall = RecallPeriod.Point } };
        Assert.Equal("2 too-many-persons", Told(scratch.ProblemsIn("sex,cases,healthy\nm,9223372036854775807,1\n", asked)));
        Assert.Equal("3 too-many-persons", Told(scratch.ProblemsIn("sex,cases,healthy\nm,1,2\nf,9223372036854775804,1\n", asked)));
        var study = new StudyReader(asked, new ProblemLog()).Read([scratch.File("all.csv", "sex,cases,healthy\nm,1,2\nf,9223372036854775803,1\n")]);
        Assert.Equal(long.MaxValue, study.Tabulation.Persons);
    }

    [Fact]
    public void A_row_that_is_the_sum_of_others_is_found_among_large_counts_too()
    {
        const string Counts = "sex,cases,persons\nm,1000000000000000001,2000000000000000001\nf,2,3\nTotal,1000000000000000003,2000000000000000004\n";
        var log = new ProblemLog(seeksOddities: true);
        _ = new StudyReader(Grouped, log).Read([scratch.File("counts.csv", Counts)]);
        Assert.Contains(log.Problems, problem => problem.Code == ProblemCodes.TotalRow && problem.Line == 4);
    }

    public void Dispose() => scratch.Dispose();

    private static string Told(IEnumerable<Problem> problems) => string.Join(',', problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));
}
