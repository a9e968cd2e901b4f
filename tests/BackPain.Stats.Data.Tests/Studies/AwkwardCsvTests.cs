using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Files written in every awkward way are counted as a naive loop over the same values counts them.</summary>
public sealed class AwkwardCsvTests : IDisposable
{
    private static readonly string[] Strata = ["plain", "two words", "with,comma", "with;semicolon", "with\ttab", "with|bar", "with \"quotes\"", "\"", "line\nbreak", "line\r\nbreak", "ünïcödé", "日本語", "🦴", "=1+1", "a|b", "a|", "", "NA", "."];
    private static readonly string[] Answers = ["1", "0", "yes", "NO", "True", "f", "", "NA", ".", "9"];

    private readonly Scratch scratch = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Are_counted_as_a_naive_loop_counts_them(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, Math.Max(1, random.Next(0, 60))).Select(_ => new[] { $"{random.Next(1000)}", Pick(random, Strata), Pick(random, Answers), Pick(random, Strata) }).ToList();
        var path = scratch.File(seed % 3 == 0 ? "data.csv.gz" : "data.csv", Bytes(rows, random, compress: seed % 3 == 0));
        var request = Scratch.Asking("pain", "a|b", "stratum");
        request.Missing.Declare(["9"]);
        var study = Scratch.Read(path, request, new ProblemLog());
        Assert.Equal(rows.Count, study.Inputs[0].Rows);
        Assert.Equal(Naive(rows), Scratch.CellsOf(study.Tabulation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_that_cannot_be_counted_are_told_by_their_line_and_nothing_is_counted()
    {
        // A ragged row after a value with line breaks: the line is that of the file, not the number of the row.
        var problems = scratch.ProblemsIn("id,pain\n1,\"1\n\n\"\n2\n3,0,x\n4,0\n", Scratch.Asking("pain"));
        Assert.Equal(["ragged-row 5", "ragged-row 6", "unexplained-code 2"], problems.Select(problem => $"{problem.Code.Name} {problem.Line}").Order());
    }

    public void Dispose() => scratch.Dispose();

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static IEnumerable<string> Naive(List<string[]> rows)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = $"{Stratum(row[1])},{Stratum(row[3])},{Answer(row[2])}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts.Select(entry => $"{entry.Key} {entry.Value.ToString(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal);

        static string Stratum(string value) => value is "" or "NA" or "." or "9" ? Missing(value) : value;
        static string Answer(string value) => value is "1" or "yes" or "True" ? "case" : value is "0" or "NO" or "f" ? "non-case" : Missing(value);
        static string Missing(string value) => value.Length == 0 ? "?empty" : $"?{value}";
    }

    private static byte[] Bytes(List<string[]> rows, Random random, bool compress)
    {
        var (delimiter, newLine, quoteAll) = (",;\t|"[random.Next(4)], new[] { "\n", "\r\n" }[random.Next(2)], random.Next(4) == 0);
        var lines = rows.Prepend(["id", "a|b", "pain", "stratum"]).Select(row => string.Join(delimiter, row.Select(Written)));
        var text = (random.Next(3) == 0 ? "\uFEFF" : "") + string.Join(newLine, lines) + (random.Next(2) == 0 ? newLine : "");
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!compress)
            return bytes;
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();

        string Written(string value) => quoteAll || value.Any("\"\r\n,;\t|".Contains) || random.Next(5) == 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
