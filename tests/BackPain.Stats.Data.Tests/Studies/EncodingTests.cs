using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Bytes that cannot be decoded are an error where they are used, in every encoding, and never a character that others share.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Cities = "id,city,pain\n1,Käln,1\n2,Köln,0\n3,Küln,1\n";

    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("ascii", 1)]
    [InlineData("ascii", 2)]
    [InlineData("euc-jp", 1)]
    [InlineData("euc-jp", 2)]
    [InlineData("iso-2022-jp", 1)]
    [InlineData("iso-2022-kr", 1)]
    [InlineData("hz-gb-2312", 1)]
    [InlineData("euc-kr", 1)]
    [InlineData("utf-8", 1)]
    [InlineData("utf-8", 2)]
    public void Undecodable_bytes_of_a_used_column_are_told_with_their_line(string encoding, int threads)
    {
        var problems = Problems(Encoding.Latin1.GetBytes(Cities), encoding, "city", threads);
        Assert.Equal([2L, 3L, 4L], problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.Equal(encoding == "utf-8" ? ProblemCodes.NotUtf8 : ProblemCodes.UndecodableText, problem.Code));
        Assert.Contains("found 'K\uFFFDln' in column 'city'; expected ", problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ascii")]
    [InlineData("euc-jp")]
    [InlineData("iso-2022-jp")]
    [InlineData("utf-8")]
    public void Undecodable_bytes_of_an_unused_column_stop_nothing(string encoding)
    {
        // In EUC-JP the byte before the comma would start a character of two bytes.
        var bytes = Encoding.Latin1.GetBytes("id,city,pain\n1,Kä,1\n2,\"Kö\",0\n3,ü,1\n");
        foreach (var threads in new[] { 1, 2 })
            Assert.Equal(["case 2", "non-case 1"], Scratch.CellsOf(Read(bytes, encoding, null, threads).Tabulation));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData(null)]
    public void Half_a_surrogate_pair_is_told(string? encoding)
    {
        var named = encoding is null ? Encoding.Unicode : Encoding.GetEncoding(encoding);
        var bytes = named.GetBytes((encoding is null ? "\uFEFF" : "") + "id,city,pain\n1,Kqln,1\n2,Kwln,0\n");
        foreach (var (letter, surrogate) in new[] { ("q", 0xD800), ("w", 0xDC01) })
            Replace(bytes, named.GetBytes(letter), named is UTF32Encoding ? BitConverter.GetBytes(surrogate) : encoding == "utf-16BE" ? [(byte)(surrogate >> 8), (byte)surrogate] : [(byte)surrogate, (byte)(surrogate >> 8)]);
        Assert.Equal(["2 undecodable-text", "3 undecodable-text"], Problems(bytes, encoding, "city", 1).Select(problem => $"{problem.Line} {problem.Code.Name}"));
        Assert.Equal(["case 1", "non-case 1"], Scratch.CellsOf(Read(bytes, encoding, null, 1).Tabulation));
    }

    [Theory]
    [InlineData("utf-16", 1)]
    [InlineData("utf-16", 2)]
    [InlineData("utf-32", 1)]
    [InlineData("windows-1252", 1)]
    [InlineData("windows-1252", 2)]
    [InlineData("gb18030", 1)]
    [InlineData("shift_jis", 1)]
    [InlineData("iso-2022-jp", 1)]
    [InlineData("euc-jp", 2)]
    [InlineData("ibm037", 1)]
    public void Text_of_every_encoding_is_read_whole(string encoding, int threads)
    {
        // Longer than a chunk, with characters of several bytes across every end of one.
        var named = NamedEncoding.Find(encoding)!;
        var letters = new[] { "é", "日", "🦴", "ü", "x" }.Where(letter => named.GetString(named.GetBytes(letter)) == letter).ToArray();
        var cities = Enumerable.Range(0, 20_000).Select(i => string.Concat(Enumerable.Range(0, i % 7).Select(place => letters[(i + place) % letters.Length]))).ToList();
        var text = "id,city,pain\n" + string.Concat(cities.Select((city, i) => $"{i},{city},{i % 2}\n"));
        var expected = cities.Select((city, i) => (city, i)).GroupBy(pair => (pair.city, pair.i % 2)).Select(group => $"{(group.Key.city.Length == 0 ? "?empty" : group.Key.city)},{(group.Key.Item2 == 1 ? "case" : "non-case")} {group.Count()}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), Scratch.CellsOf(Read(named.GetBytes(text), encoding, "city", threads).Tabulation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_wins_over_the_encoding_that_is_named()
    {
        foreach (var marked in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
            Assert.Equal(["ü,case 1"], Scratch.CellsOf(Read([.. marked.GetPreamble(), .. marked.GetBytes("pain,city\n1,ü\n")], "windows-1252", "city", 1).Tabulation));
    }

    [Fact]
    public void A_header_that_cannot_be_decoded_is_told()
    {
        var problem = Assert.Single(Problems(Encoding.Latin1.GetBytes("id,größe,pain\n1,2,1\n"), "ascii", null, 1));
        Assert.Equal("1 undecodable-text", $"{problem.Line} {problem.Code.Name}");
    }

    [Fact]
    public void Grouped_rows_that_differ_in_bytes_of_an_unused_column_are_not_duplicates()
    {
        var grouped = new StudyRequest { Counts = new() { Cases = "cases", Persons = "persons", Recall = RecallPeriod.Point } };
        var text = "city,cases,persons\nK\u00E4ln,1,2\nK\u00F6ln,1,2\n";
        foreach (var dialect in new[] { new CsvDialect(), new CsvDialect(Encoding: Encoding.ASCII) })
            Assert.Equal(4, Scratch.Read(scratch.File("data.csv", Encoding.Latin1.GetBytes(text)), grouped with { Dialect = dialect }, new ProblemLog()).Tabulation.Persons);
        Assert.Equal("3 duplicate-stratum", string.Join(',', scratch.ProblemsIn(text.Replace('\u00F6', '\u00E4'), grouped).Select(problem => $"{problem.Line} {problem.Code.Name}")));
    }

    [Fact]
    public void Units_of_a_tabulation_that_are_no_text_are_told()
    {
        var bytes = Encoding.Latin1.GetBytes("psu:unit,point:pain,n,sum_w,sum_w2\nä,case,1,1,1\nö,non-case,1,1,1\n");
        Assert.Equal(["2 not-utf8", "3 not-utf8"], Problems(bytes, null, null, 1).Select(problem => $"{problem.Line} {problem.Code.Name}"));
    }

    public void Dispose() => scratch.Dispose();

    private static StudyRequest Asking(string? encoding, string? by) =>
        Scratch.Asking("pain", by is null ? [] : [by]) with { Dialect = new CsvDialect(Encoding: encoding is null ? null : NamedEncoding.Find(encoding)) };

    private static void Replace(byte[] bytes, byte[] what, byte[] with) => with.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(what)));

    private Study Read(byte[] bytes, string? encoding, string? by, int threads) =>
        new StudyReader(Asking(encoding, by), new ProblemLog(), threads: threads).Read([scratch.File("data.csv", bytes)]);

    private IReadOnlyList<Problem> Problems(byte[] bytes, string? encoding, string? by, int threads)
    {
        var log = new ProblemLog(int.MaxValue);
        Assert.Throws<DataException>(() => new StudyReader(Asking(encoding, by) with { Outcomes = [new CaseDefinition("pain", RecallPeriod.Point)] }, log, threads: threads).Read([scratch.File("data.csv", bytes)]));
        return log.Problems;
    }
}
