using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>
/// Thousands of awkward and damaged files: counted as the plain way counts them, or refused with the same lines; and on several threads what one thread says.
/// Never a crash, never a silent difference.
/// </summary>
/// <remarks><c>BACKPAIN_FUZZ=100000 dotnet test --filter Fuzz</c> reads as many files, from the seed <c>BACKPAIN_FUZZ_FROM</c> on.</remarks>
public sealed partial class FuzzTests : IDisposable
{
    private const int MostShown = 10;
    private const int MostBytesShown = 3000;
    private const int SmallToLong = 200;

    private static readonly int[] Threads = [2, 3, 5];

    private readonly Scratch scratch = new();
    private int shared;

    [Fact]
    public void Damaged_files_are_counted_as_the_plain_way_counts_them_or_refused_with_the_same_lines()
    {
        var files = Number("BACKPAIN_FUZZ", 4000);
        AssertNone(Seeds(files).Select(seed =>
        {
            var (file, pieces) = seed % 4 == 0 ? (FuzzedFile.Of(seed), 1) : FuzzedFile.Of(seed).Widened(new Random(seed));
            return Difference(file, $"seed {seed}", seed, pieces);
        }));
        Assert.True(shared >= files / 20, $"Of {files} files only {shared} were counted by more than one thread.");
    }

    [Fact]
    public void So_are_long_ones() => AssertNone(Seeds(Number("BACKPAIN_FUZZ", 4000) / SmallToLong).Select(seed =>
    {
        var file = FuzzedFile.Of(seed, damaged: seed % 4 == 0, rows: 10_000 + (seed % 1000 * 29));
        return Difference(file, $"long seed {seed}", seed, pieces: 1 + (file.Bytes.Length / Widening.LaterPiece));
    }));

    [Fact]
    public void Several_files_are_one_study_on_any_number_of_threads() => AssertNone(Seeds(Number("BACKPAIN_FUZZ", 4000) / 10).Select(seed =>
    {
        var (first, second) = (FuzzedFile.Of(seed, damaged: false, rows: 30).Widened(new Random(seed)).File, FuzzedFile.Of(seed, rows: 50).Widened(new Random(seed)).File);
        string[] paths = [scratch.File("first.csv", first.Bytes), scratch.File("second.csv", second.Bytes)];
        return Guarded($"seed {seed}", () =>
        {
            var several = Reading.Of(paths, SharedOut.Of(first.Request, 2)?.Request ?? first.Request, Threads[seed % Threads.Length]);
            return several.DifferenceFrom(Reading.Of(paths, first.Request, 1));
        }, first, second);
    }));

    [Fact]
    public void Files_that_are_only_awkward_are_told_apart_from_damaged_ones() =>
        Assert.InRange(Enumerable.Range(0, 300).Count(seed => NaiveCount.Of(FuzzedFile.Of(seed, damaged: false)) is { Wrong.Count: 0, Unfit.Count: 0 }), 150, 280);

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void A_file_cut_at_any_offset_is_counted_or_refused(int seed)
    {
        var whole = FuzzedFile.Of(seed, damaged: false);
        AssertNone(Enumerable.Range(0, Math.Min(whole.Bytes.Length, 400)).Select(length => Difference(whole with { Bytes = whole.Bytes[..length] }, $"seed {seed}, cut at {length}", length, pieces: 1)));
    }

    [Fact]
    public void A_compressed_file_that_is_cut_or_damaged_is_refused_or_counted_right()
    {
        var request = Scratch.Asking("pain", "stratum");
        var text = "id,stratum,pain\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row},{row % 3},{row % 2}\n"));
        var bytes = Compressed(Encoding.UTF8.GetBytes(text));
        var right = Reading.Of([scratch.File("data.csv.gz", bytes)], request, 1).Cells;
        for (var at = 0; at < bytes.Length; at++)
        {
            var cut = scratch.File("data.csv.gz", bytes[..at]);
            Assert.NotEmpty(Reading.Of([cut], request, 1).Problems);
            Assert.NotEmpty(Reading.Of([cut], request, 2).Problems);
            var flipped = scratch.File("data.csv.gz", [.. bytes[..at], (byte)~bytes[at], .. bytes[(at + 1)..]]);
            foreach (var threads in new[] { 1, 2 })
            {
                var reading = Reading.Of([flipped], request, threads);
                Assert.True(reading.Problems.Count > 0 || reading.Cells.SequenceEqual(right), $"flipped at {at}, {threads} threads");
            }
        }
    }

    public static TheoryData<int> SmallFiles => [.. Enumerable.Range(0, 60)];

    public void Dispose() => scratch.Dispose();

    /// <summary>How the program and the plain way differ, or the program on one thread and on several; nothing where they do not.</summary>
    private string? Difference(FuzzedFile file, string name, int number, int pieces)
    {
        var plain = NaiveCount.Of(file);
        var (threads, isCompressed) = (Threads[number % Threads.Length], number % 8 == 3);
        return Guarded(name, () =>
        {
            var path = isCompressed ? scratch.File("data.csv.gz", Compressed(file.Bytes)) : scratch.File("data.csv", file.Bytes);
            var one = Reading.Of([path], file.Request, 1);
            var (request, sharing) = (pieces > 1 ? SharedOut.Of(file.Request, Math.Min(threads, pieces)) : null) ?? (file.Request, null);
            if (Reading.Of([path], request, threads).DifferenceFrom(one) is { } difference)
                return $"on {threads} threads {difference}";
            shared += sharing?.Looks.Count > 1 && one.Problems.Count == 0 ? 1 : 0;
            return IsSame(one, plain, file) ? null : $"the program {Shown(one.Cells.Except(plain.Cells), one.Problems.Select(problem => $"{problem.Line} {problem.Code.Name}"))} {string.Join(' ', one.Warnings)}; the plain way {Shown(plain.Cells.Except(one.Cells), plain.Wrong)} {string.Join(' ', plain.Warnings)}";
        }, file);
    }

    /// <summary>A difference with its name and the files that have it; a crash is one.</summary>
    private static string? Guarded(string name, Func<string?> difference, params FuzzedFile[] files)
    {
        try
        {
            return difference() is { } found ? $"{name}: {found}; {string.Join("; ", files.Select(Written))}" : null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{name}: {error}; {string.Join("; ", files.Select(Written))}";
        }
    }

    private static bool IsSame(Reading program, NaiveCount plain, FuzzedFile file)
    {
        // Where the delimiter is not said, damage can hide it: refusing is right, counting otherwise is not. Of a single column nobody can tell what it is.
        var isAlone = file.Request.Stratifications.Count == 0;
        if (file.Request.Dialect.Delimiter is null && (isAlone || program.Problems.Count > 0) && (plain.Wrong.Count > 0 || (isAlone && program.Problems.Count > 0)))
            return true;
        if (plain.Wrong.Count > 0)
            return program.Problems.Where(problem => problem.Line <= plain.Known).Select(problem => $"{problem.Line} {problem.Code.Name}").Where(IsKnown).SequenceEqual(plain.Wrong.Where(IsKnown));
        if (plain.Unfit.Count > 0)
            return program.Problems is [{ Code.Name: "bad-fpc" } told] && plain.Unfit.Contains((int)told.Line);
        return program.Problems.Count == 0 && program.Rows == plain.Rows && program.Cells.SequenceEqual(plain.Cells) && program.Warnings.Order(StringComparer.Ordinal).SequenceEqual(plain.Warnings.Order(StringComparer.Ordinal));

        // Below the damage a column may hold text or not, and so codes may be one or two.
        bool IsKnown(string wrong) => plain.Known == int.MaxValue || !Array.Exists(["bad-fpc", "psu-in-two-strata", "unexplained-code"], code => wrong.EndsWith(code, StringComparison.Ordinal));
    }

    internal static byte[] Compressed(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static void AssertNone(IEnumerable<string?> differences)
    {
        var text = string.Join(Environment.NewLine, differences.OfType<string>().Take(MostShown));
        Assert.True(text.Length == 0, text);
    }

    private static IEnumerable<int> Seeds(int count) => Enumerable.Range(Number("BACKPAIN_FUZZ_FROM", 0), count);

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;

    private static string Shown(IEnumerable<string> cells, IEnumerable<string> wrong) => wrong.ToList() is { Count: > 0 } list ? $"refuses {string.Join(", ", list.Take(MostShown))}" : $"counts {string.Join(" · ", cells.Take(MostShown))}";

    private static string Written(FuzzedFile file)
    {
        var text = Blanks().Replace(Encoding.Latin1.GetString(file.Bytes), match => $"({match.Length} blanks)");
        return $"{file.Request.Dialect} {file.Request.Design} {file.Delimiter} {text[..Math.Min(text.Length, MostBytesShown)]}";
    }

    [GeneratedRegex("( |\0 | \0){30,}")]
    private static partial Regex Blanks();
}
