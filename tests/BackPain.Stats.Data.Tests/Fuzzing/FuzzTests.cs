using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Sources;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>Thousands of awkward and damaged files: counted as the plain way counts them, or refused with the same lines. Never a crash, never a silent difference.</summary>
/// <remarks><c>BACKPAIN_FUZZ=100000 dotnet test --filter Fuzz</c> reads as many files, from the seed <c>BACKPAIN_FUZZ_FROM</c> on.</remarks>
public sealed class FuzzTests : IDisposable
{
    private const int MostShown = 10;

    private readonly Scratch scratch = new();

    [Fact]
    public void Damaged_files_are_counted_as_the_plain_way_counts_them_or_refused_with_the_same_lines() =>
        AssertNone(Enumerable.Range(Number("BACKPAIN_FUZZ_FROM", 0), Number("BACKPAIN_FUZZ", 4000)).Select(seed => Difference(FuzzedFile.Of(seed), $"seed {seed}", weighted: seed % 3 == 0)).OfType<string>().Take(MostShown));

    [Fact]
    public void Files_that_are_only_awkward_are_told_apart_from_damaged_ones() =>
        Assert.InRange(Enumerable.Range(0, 300).Count(seed => NaiveCount.Of(FuzzedFile.Of(seed, damaged: false), weighted: false).Wrong.Count == 0), 250, 300);

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void A_file_cut_at_any_offset_is_counted_or_refused(int seed)
    {
        var whole = FuzzedFile.Of(seed, damaged: false);
        AssertNone(Enumerable.Range(0, Math.Min(whole.Bytes.Length, 400)).Select(length => Difference(whole with { Bytes = whole.Bytes[..length] }, $"seed {seed}, cut at {length}", weighted: seed % 2 == 0)).OfType<string>().Take(MostShown));
    }

    [Fact]
    public void A_compressed_file_that_is_cut_or_damaged_is_refused_or_counted_right()
    {
        var text = "id,stratum,pain\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row},{row % 3},{row % 2}\n"));
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        var bytes = stream.ToArray();
        var right = Counted("data.csv.gz", bytes, new CsvDialect(), weighted: false).Cells;
        for (var at = 0; at < bytes.Length; at++)
        {
            Assert.NotEmpty(Counted("data.csv.gz", bytes[..at], new CsvDialect(), weighted: false).Problems);
            byte[] flipped = [.. bytes[..at], (byte)~bytes[at], .. bytes[(at + 1)..]];
            var (cells, _, problems) = Counted("data.csv.gz", flipped, new CsvDialect(), weighted: false);
            Assert.True(problems.Count > 0 || cells.SequenceEqual(right), $"flipped at {at}");
        }
    }

    public static TheoryData<int> SmallFiles => [.. Enumerable.Range(0, 60)];

    public void Dispose() => scratch.Dispose();

    /// <summary>How the program and the plain way differ; nothing where they do not.</summary>
    private string? Difference(FuzzedFile file, string name, bool weighted)
    {
        var plain = NaiveCount.Of(file, weighted);
        try
        {
            var (cells, rows, problems) = Counted("data.csv", file.Bytes, file.Dialect, weighted);
            // Where the delimiter is not said, damage can hide it: refusing is right, counting otherwise is not.
            var guessed = file.Dialect.Delimiter is null && problems.Count > 0 && plain.Wrong.Count > 0;
            var told = problems.Where(problem => problem.Line <= plain.Known).Select(problem => $"{problem.Line} {problem.Code.Name}").ToList();
            var isSame = plain.Wrong.Count == 0 ? problems.Count == 0 && rows == plain.Rows && cells.SequenceEqual(plain.Cells) : guessed || told.SequenceEqual(plain.Wrong);
            return isSame ? null : $"{name}: the program {Shown(cells, told)}; the plain way {Shown(plain.Cells, plain.Wrong)}; {Written(file)}";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{name}: {error}; {Written(file)}";
        }
    }

    private (IReadOnlyList<string> Cells, long Rows, IReadOnlyList<Problem> Problems) Counted(string name, byte[] bytes, CsvDialect dialect, bool weighted)
    {
        var request = Scratch.Asking("pain", "stratum") with { Dialect = dialect, Design = weighted ? new DesignColumns { Weight = "w" } : DesignColumns.None };
        request.Missing.Declare(["9"]);
        var log = new ProblemLog(int.MaxValue);
        try
        {
            var study = Scratch.Read(scratch.File(name, bytes), request, log);
            return (CellsOf(study.Tabulation), study.Inputs[0].Rows, log.Problems);
        }
        catch (DataException)
        {
            return ([], 0, [.. log.Problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Code.Name, StringComparer.Ordinal)]);
        }
    }

    private static IReadOnlyList<string> CellsOf(Tabulation tabulation)
    {
        return [.. tabulation.Cells.Where(cell => cell.Sums.N > 0).Select(Line).Order(StringComparer.Ordinal)];

        string Line(Cell cell) => string.Create(CultureInfo.InvariantCulture, $"{Level(cell, KeyRole.By)},{Level(cell, KeyRole.Outcome)} {cell.Sums.N} {cell.Sums.W.Value:R}");
        string? Level(Cell cell, KeyRole role) => tabulation.LevelOf(cell, tabulation.Columns.Select((column, place) => (column, place)).First(entry => entry.column.Role == role).place) is { } level ? (level.Kind == LevelKind.Missing ? "?" : "") + level.Text : null;
    }

    private static void AssertNone(IEnumerable<string> differences)
    {
        var text = string.Join(Environment.NewLine, differences);
        Assert.True(text.Length == 0, text);
    }

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;

    private static string Shown(IReadOnlyList<string> cells, IReadOnlyList<string> wrong) => wrong.Count > 0 ? $"refuses {string.Join(", ", wrong.Take(MostShown))}" : $"counts {string.Join(" · ", cells.Take(MostShown))}";

    private static string Written(FuzzedFile file) => $"{file.Dialect} {file.Delimiter} {Encoding.Latin1.GetString(file.Bytes)}";
}
