using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Designs;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Who a row is: ids that repeat, rows that stand for several persons, and sites that number their PSUs alike.</summary>
public sealed class RowIdentityTests : IDisposable
{
    private static readonly StudyRequest ById = Scratch.Asking("pain") with { Persons = new() { Id = ["pid"] } };

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("1,1.0", "3 repeated-id")]
    [InlineData("2.50,2.5", "3 repeated-id")]
    [InlineData("-1,-1.00", "3 repeated-id")]
    [InlineData("1,01", "")]
    [InlineData("01.0,1", "")]
    [InlineData("1,1.", "")]
    [InlineData("1.0x,1", "")]
    [InlineData("0,0.0,00", "3 repeated-id")]
    [InlineData("a,A", "")]
    [InlineData("a,b,a,a", "4 repeated-id,5 repeated-id")]
    [InlineData("a,,b,NA,.", "3 missing-id,5 missing-id,6 missing-id")]
    [InlineData("0123456789abcdef,0123456789abcdeg,0123456789abcdef", "4 repeated-id")]
    [InlineData("123456789012345,123456789012345", "3 repeated-id")]
    [InlineData("1234567890123456,1234567890123456", "3 repeated-id")]
    [InlineData("ä,ä,a", "3 repeated-id")]
    public void Ids_are_compared_by_their_shortest_text(string ids, string expected) =>
        Assert.Equal(expected, Told(scratch.ProblemsIn($"pid,pain\n{string.Concat(ids.Split(',').Select(id => $"{id},1\n"))}", ById)));

    [Fact]
    public void The_parts_of_an_id_are_kept_apart() =>
        Assert.Equal("4 repeats-in-id,5 repeated-id", Told(scratch.ProblemsIn("pid,visit,pain\n1,23,1\n12,3,1\n1,2,0\n1.0,23,0\n", ById with { Persons = new() { Id = ["pid", "visit"] } })));

    [Fact]
    public void A_decimal_comma_is_one_in_ids_too() =>
        Assert.Equal("3 repeated-id", Told(scratch.ProblemsIn("pid;pain\n1,0;1\n1;0\n", ById with { Dialect = new CsvDialect(';', DecimalComma: true) })));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Repeated_ids_are_found_with_the_same_lines_on_any_number_of_threads_and_in_several_files(int threads, bool isCompressed)
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"{(row == 59_000 ? 17 : row)},{row % 2},{new string('x', 40)}\n")));
        var name = isCompressed ? ".csv.gz" : ".csv";
        var first = scratch.File($"a{name}", Bytes($"pid,pain,x\n{text}", isCompressed));
        var second = scratch.File($"b{name}", Bytes("pid,pain,x\n70000,1,x\n30000,1,x\n", isCompressed));
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(ById, log, threads: threads).Read([first, second]));
        Assert.Equal(
            [$"{first}:59002: repeated-id: found pid '17' again, after line 19; expected each id once.", $"{second}:3: repeated-id: found pid '30000' again, after line 30002 of {first}; expected each id once."],
            log.Problems.Select(problem => problem.ToString().Split(" Remove")[0]));
        Assert.Equal(2, new StudyReader(ById, new ProblemLog(), threads: threads).Read([second]).Tabulation.Persons);
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(100_000)]
    public void A_column_that_is_named_like_an_id_is_sampled_alike_on_any_number_of_threads(int rows)
    {
        var text = new StringBuilder("SubjectID,pain,x\n");
        for (var row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row % (rows * 9 / 10)},{row % 2},{new string('y', 30)}\n");
        var path = scratch.File("data.csv", text.ToString());
        var notes = new[] { 1, 2, 5 }.Select(threads => Assert.Single(new StudyReader(Scratch.Asking("pain"), new ProblemLog(), threads: threads).Read([path]).Warnings)).Distinct().ToList();
        var note = Assert.Single(notes);
        Assert.Equal("repeats-in-id", note.Code);
        Assert.Contains("a sample of them", note.Text, StringComparison.Ordinal);
        // A ninth of the ids repeat.
        var (repeated, all) = (Number(note.Text.Split("found ")[1]), Number(note.Text.Split(" of ")[1]));
        Assert.InRange(repeated / all, 0.10, 0.125);
    }

    [Theory]
    [InlineData("household_id", "")]
    [InlineData("site", "")]
    [InlineData("SEQN", "repeats-in-id")]
    [InlineData("Patient ID", "repeats-in-id")]
    public void Only_ids_of_persons_are_looked_at(string name, string expected) =>
        Assert.Equal(expected, string.Join(',', scratch.Read($"{name},pain\n1,1\n1,0\n2,0\n", Scratch.Asking("pain")).Warnings.Select(warning => warning.Code)));

    [Fact]
    public void Missing_ids_do_not_repeat_and_other_uses_of_the_column_settle_it()
    {
        Assert.Empty(scratch.Read("id,pain\n1,1\n,0\nNA,0\n,0\nNA,1\n", Scratch.Asking("pain")).Warnings);
        var request = Scratch.Asking("pain");
        Assert.Empty(scratch.Read("id,pain\n1,1\n1,0\n", Scratch.Asking("pain", "id")).Warnings);
        Assert.Empty(scratch.Read("id,pain\n1,1\n1,0\n", request with { Design = new() { Psu = "id" } }).Warnings);
        Assert.Equal(["rows-are-visits"], scratch.Read("id,pain\n1,1\n1,0\n", request with { Persons = new() { Repeats = "id" } }).Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void A_row_that_stands_for_several_persons_is_as_many_rows()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 400).Select(_ => (Line: $"{random.Next(3)},{random.Next(4)},{random.Next(1, 9)}.{random.Next(10)},{random.Next(2)}", Times: random.Next(4))).ToList();
        var request = Scratch.Asking("pain") with { Design = new() { Weight = "w", Strata = "h", Psu = "c" } };
        var many = scratch.File("many.csv", $"h,c,w,pain\n{string.Concat(rows.SelectMany(row => Enumerable.Repeat($"{row.Line}\n", row.Times)))}");
        var few = scratch.File("few.csv", $"h,c,w,pain,f\n{string.Concat(rows.Select(row => $"{row.Line},{row.Times}\n"))}");
        foreach (var (asked, threads) in new[] { (request, 1), (request, 3), (Scratch.Asking("pain"), 1), (Scratch.Asking("pain"), 3) })
        {
            var written = new StudyReader(asked, new ProblemLog(), threads: threads).Read([many]).Tabulation;
            var counted = new StudyReader(asked with { Persons = new() { Frequency = "f" } }, new ProblemLog(), threads: threads).Read([few]).Tabulation;
            Assert.Equal(written.Cells.Where(cell => cell.Sums.N > 0).Select(Shown), counted.Cells.Where(cell => cell.Sums.N > 0).Select(Shown));
        }

        static string Shown(Tabulations.Cell cell) => $"{cell.CodeOf(0)} {cell.Sums.N} {cell.Sums.W.Value:R} {cell.Sums.W2.Value:F9}";
    }

    [Theory]
    [InlineData("x", "2 not-a-number")]
    [InlineData("1.5", "2 not-a-whole-number")]
    [InlineData("-1", "2 not-a-whole-number")]
    [InlineData("", "2 not-a-number")]
    public void What_is_no_number_of_persons_is_refused(string times, string expected) =>
        Assert.Equal(expected, Told(scratch.ProblemsIn($"pain,f\n1,{times}\n0,2\n", Scratch.Asking("pain") with { Persons = new() { Frequency = "f" } })));

    [Fact]
    public void Sites_are_what_strata_with_the_site_in_their_names_are()
    {
        var (a, b) = (scratch.File("a.csv", "h,c,pain\n1,1,1\n1,2,0\n2,1,1\n2,2,1\n"), scratch.File("b.csv", "h,c,pain\n1,1,0\n1,2,0\n2,1,0\n2,3,1\n"));
        var request = Scratch.Asking("pain") with { Design = new() { Strata = "h", Psu = "c", Nested = false } };
        var renamed = scratch.File("both.csv", "h,c,pain\na1,a1,1\na1,a2,0\na2,a3,1\na2,a4,1\nb1,b1,0\nb1,b2,0\nb2,b3,0\nb2,b4,1\n");
        Assert.Throws<DataException>(() => new StudyReader(request, new ProblemLog()).Read([a, b]));
        var nested = request with { Design = request.Design with { Nested = null } };
        var frame = new SamplingFrame(new StudyReader(nested with { AreSites = true }, new ProblemLog()).Read([a, b]).Tabulation);
        var expected = new SamplingFrame(Scratch.Read(renamed, request, new ProblemLog()).Tabulation);
        Assert.Equal([$"{a}:1", $"{a}:2", $"{b}:1", $"{b}:2"], frame.Strata.Select(stratum => stratum.Name));
        Assert.Equal((expected.Units, expected.Strata.Count), (frame.Units, frame.Strata.Count));
        Assert.Equal("shared-psus", Assert.Single(new StudyReader(nested, new ProblemLog()).Read([a, b]).Warnings).Code);
    }

    [Fact]
    public void A_finite_population_of_a_site_is_reported_with_its_file()
    {
        var (a, b) = (scratch.File("a.csv", "h,c,n,pain\n1,1,5,1\n1,2,5,0\n"), scratch.File("b.csv", "h,c,n,pain\n1,1,2,0\n1,2,2,0\n1,3,2,1\n"));
        var request = Scratch.Asking("pain") with { Design = new() { Strata = "h", Psu = "c", Fpc = "n" }, AreSites = true };
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(request, log).Read([a, b]));
        Assert.StartsWith($"{b}:2: bad-fpc: found a finite population of 2 in stratum '{b}:1'", Assert.Single(log.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "5", "0.5", "0.4", "4", "5")]
    [InlineData("2", "5", "0.5", "1", "4", "2")]
    [InlineData("0.5", "0.4", "0.5", "0.4", "0.5", "0.4")]
    public void Each_site_gives_its_finite_populations_as_counts_or_as_fractions(string a1, string a2, string b1, string b2, string same1, string same2)
    {
        var design = Scratch.Asking("pain") with { Design = new() { Strata = "h", Psu = "c", Fpc = "n" }, AreSites = true };
        var other = scratch.File("a.csv", $"h,c,n,pain\n1,1,{a1},1\n1,2,{a1},0\n2,1,{a2},1\n2,2,{a2},1\n");
        Assert.Equal(Fractions($"{same1},{same2}"), Fractions($"{b1},{b2}"));

        IEnumerable<double> Fractions(string sizes)
        {
            var (first, second) = (sizes.Split(',')[0], sizes.Split(',')[1]);
            var site = scratch.File("b.csv", $"h,c,n,pain\n1,1,{first},1\n1,2,{first},0\n2,1,{second},1\n2,2,{second},1\n");
            return [.. new SamplingFrame(new StudyReader(design, new ProblemLog()).Read([other, site]).Tabulation).Strata.Select(stratum => stratum.SampledFraction)];
        }
    }

    [Fact]
    public void One_file_is_no_several_sites()
    {
        var request = Scratch.Asking("pain") with { Design = new() { Psu = "c" }, AreSites = true };
        var message = Assert.Throws<RequestException>(() => scratch.Read("c,pain\n1,1\n2,0\n", request)).Message;
        Assert.Contains("a single file", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicate_weights_have_no_sites()
    {
        var file = scratch.File("a.csv", "w,r1,r2,pain\n1,1,1,1\n1,1,2,0\n");
        var request = Scratch.Asking("pain") with
        {
            Design = new() { Weight = "w", Replicates = new("r*", ReplicateType.TryParse("brr", out var type) ? type : null, null) },
            AreSites = true,
        };
        var refusal = Assert.Throws<RequestException>(() => new StudyReader(request, new ProblemLog()).Read([file, scratch.File("b.csv", "w,r1,r2,pain\n1,1,1,0\n")]));
        Assert.Contains("replicate weights", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private static string Told(IEnumerable<Problem> problems) => string.Join(',', problems.Select(problem => $"{problem.Line} {problem.Code.Name}"));

    private static double Number(string text) => double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text, bool isCompressed)
    {
        if (!isCompressed)
            return Encoding.UTF8.GetBytes(text);
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
