using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Studies;

namespace BackPain.Stats.Data.Tests.Problems;

/// <summary>Every kind of problem is told with its line and name.</summary>
public sealed partial class ProblemTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("", "1 empty-file")]
    [InlineData("\n\n", "1 empty-file")]
    [InlineData("id,pain\n", "1 no-rows")]
    [InlineData("id,pain\r\n\r\n \n", "1 no-rows")]
    [InlineData("id,pain\n1\n", "2 ragged-row")]
    [InlineData("pain,\n1,2\n", "1 no-header")]
    [InlineData("1,0\n1,0\n", "1 no-header")]
    [InlineData("pain,pain\n1,0\n", "1 duplicate-column")]
    [InlineData("Pain\n1\n", "1 unknown-column")]
    [InlineData("id,pain\n1,1\n2\n3,0,1\n", "3 ragged-row,4 ragged-row")]
    [InlineData("id,pain\n1,\"1\n2,0\n", "2 unclosed-quote")]
    [InlineData("id,\"pain\n1,1\n", "1 unclosed-quote")]
    [InlineData("id,pain\n1,1\"\n2,\"0\"x\n", "2 stray-quote,3 stray-quote")]
    [InlineData("id,p\"ain\n1,1\n", "1 stray-quote")]
    [InlineData("id,pain\n1,maybe\n", "2 unexplained-code")]
    public void In_the_text_is_told(string text, string expected) => Assert.Equal(expected, Told(scratch.ProblemsIn(text, Scratch.Asking("pain"))));

    [Fact]
    public void Of_all_files_are_told_together()
    {
        var (a, b, c, d) = (scratch.File("a.csv", "id,pain\n1,7\n2\n"), scratch.File("b.csv", "id,Pain\n1,1\n"), scratch.File("c.csv", "pain,pain\n1,1\n"), scratch.File("d.csv", "pain\n5\n"));
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(Scratch.Asking("pain"), log).Read([a, b, c, d]));
        Assert.Equal("2 unexplained-code,3 ragged-row,1 unknown-column,1 duplicate-column,2 unexplained-code", Told(log.Problems));
        Assert.Equal([a, a, b, c, d], log.Problems.Select(problem => problem.File));
    }

    [Fact]
    public void Beyond_the_twentieth_are_only_counted()
    {
        var log = new ProblemLog();
        var path = scratch.File("data.csv", "id,pain\n" + string.Concat(Enumerable.Repeat("1\n", 50)));
        Assert.Equal(20, Scratch.ProblemsIn(path, log, Scratch.Asking("pain")).Count);
        Assert.Equal(50, log.Errors);
    }

    [Fact]
    public void An_unknown_column_names_the_nearest_and_lists_what_there_is()
    {
        var problem = Assert.Single(scratch.ProblemsIn("id,pain_3m,sex\n1,1,m\n", Scratch.Asking("pain_m3")));
        Assert.Equal("found no column 'pain_m3'; the file has id, pain_3m, sex. Did you mean 'pain_3m'? Use one of the names in the message; upper and lower case matter.", problem.Message);
    }

    [Fact]
    public void A_damaged_gzip_file_is_told()
    {
        Assert.Equal("1 not-gzip", Told(Scratch.ProblemsIn(scratch.File("data.csv.gz", "pain\n1\n"), new ProblemLog(), Scratch.Asking("pain"))));
    }

    [Fact]
    public void A_gzip_file_that_was_cut_off_is_told_wherever_it_ends()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes("pain\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => i % 7 % 2 == 0 ? "1\n" : "0\n"))));
        var whole = stream.ToArray();
        Assert.Empty(Scratch.ProblemsIn(scratch.File("whole.csv.gz", whole), new ProblemLog(), Scratch.Asking("pain")));
        for (var length = 1; length < whole.Length; length++)
            Assert.Contains(Scratch.ProblemsIn(scratch.File("cut.csv.gz", whole[..length]), new ProblemLog(), Scratch.Asking("pain")), problem => problem.Code == ProblemCodes.NotGzip);
    }

    [Fact]
    public void Bytes_that_are_another_format_are_recognized()
    {
        var utf16 = Assert.Single(Scratch.ProblemsIn(scratch.File("a.csv", Encoding.Unicode.GetBytes("pain,x\n1,1\n")), new ProblemLog(), Scratch.Asking("pain")));
        Assert.Contains("name it with 'encoding' utf-16", utf16.Message, StringComparison.Ordinal);
        var gzip = Scratch.ProblemsIn(scratch.File("b.csv", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, (byte)'x', (byte)'\n', 1]), new ProblemLog(), Scratch.Asking("pain"));
        Assert.Contains(".gz", Assert.Single(gzip).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_delimiter_is_suspected()
    {
        var problem = Assert.Single(scratch.ProblemsIn("id;pain\n1;1\n", Scratch.Asking("pain") with { Dialect = new CsvDialect(',') }));
        Assert.Contains("The delimiter seems to be ';'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_value_without_an_end_does_not_eat_the_memory()
    {
        var text = new StringBuilder("id,pain\n1,\"");
        while (text.Length < 20_000_000)
            text.Append("0123456789\n");
        Assert.Equal("2 unclosed-quote", Told(scratch.ProblemsIn(text.ToString(), Scratch.Asking("pain"))));
    }

    [Fact]
    public void What_is_odd_is_told_where_it_is_sought()
    {
        var problems = scratch.ProblemsIn("sex,age,pain\nmale,20,1\nMale,n/a,0\nfemale,-9,1\n", Scratch.Asking("pain"), oddities: true);
        Assert.Equal("3 spelling-variants,3 looks-missing,4 looks-missing", Told(problems));
        Assert.All(problems, problem => Assert.Equal(Severity.Oddity, problem.Code.Severity));
    }

    [Fact]
    public void Files_that_are_not_there_are_unreachable()
    {
        Assert.Throws<UnreachableInputException>(() => InputFile.Find(Path.Combine(scratch.Folder, "none.csv")));
        Assert.Throws<UnreachableInputException>(() => InputFile.Find(scratch.Folder));
        var suggestion = Assert.Throws<UnreachableInputException>(() => InputFile.Find("nhanes-low-back-pian"));
        Assert.Contains("'nhanes-low-back-pain'", suggestion.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_is_a_stable_word_that_is_used()
    {
        Assert.All(ProblemCodes.All, code => Assert.Matches(StableWord(), code.Name));
        Assert.Equal(ProblemCodes.All.Count, ProblemCodes.All.DistinctBy(code => code.Name).Count());
        Assert.Equal(typeof(ProblemCodes).GetFields().Length, ProblemCodes.All.Count);
    }

    public void Dispose() => scratch.Dispose();

    private static string Told(IEnumerable<Problem> problems) => string.Join(',', problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex StableWord();
}
