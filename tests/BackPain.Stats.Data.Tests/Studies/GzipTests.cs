using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Every row of a gzip file is counted, or the file is refused.</summary>
public sealed class GzipTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Members_that_follow_each_other_are_one_file(int threads)
    {
        byte[] bytes = [.. Member("x,pain\n" + Rows(40)), .. Member(Rows(40)), .. Member(""), .. Member(Rows(5))];
        Assert.Equal(85, new StudyReader(Scratch.Asking("pain"), new ProblemLog(), threads: threads).Read([scratch.File("data.csv.gz", bytes)]).Tabulation.Persons);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_member_with_a_damaged_header_is_told(int threads)
    {
        var (first, second) = (Member("x,pain\n" + Rows(40)), Member(Rows(40)));
        for (var at = 0; at < 4; at++)
        {
            var damaged = second.ToArray();
            damaged[at] ^= 0xE5;
            Assert.Equal("not-gzip", CodesIn([.. first, .. damaged], threads));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void Bytes_after_the_end_are_told_wherever_they_fall_in_a_buffer(int length)
    {
        for (var rows = 1; rows < 60; rows++)
        {
            var member = Member("x,pain\n" + Rows(rows * rows));
            Assert.Equal("not-gzip", CodesIn([.. member, .. Enumerable.Repeat((byte)'x', length)], 1));
            Assert.Equal("not-gzip", CodesIn([.. member, .. new byte[length]], 1));
        }
    }

    [Fact]
    public void What_is_wrong_is_said()
    {
        var log = new ProblemLog();
        Scratch.ProblemsIn(scratch.File("data.csv.gz", [.. Member("x,pain\n1,1\n"), .. "1,0\n"u8]), log, Scratch.Asking("pain"));
        Assert.StartsWith("found bytes after the end of the compressed data that are not another gzip member; expected a whole gzip file.", Assert.Single(log.Problems).Message, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{i * 7919 % 1000},{i % 2}\n"));

    private static byte[] Member(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return stream.Length > 0 ? stream.ToArray() : [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private string CodesIn(byte[] bytes, int threads)
    {
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(Scratch.Asking("pain"), log, threads: threads).Read([scratch.File("data.csv.gz", bytes)]));
        return string.Join(',', log.Problems.Select(problem => problem.Code.Name));
    }
}
