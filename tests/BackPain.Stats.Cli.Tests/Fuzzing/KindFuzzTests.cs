using System.Globalization;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>
/// Files of every kind, through the whole program: it estimates what is known of the persons, however the rows are ordered, shared out among files, written, encoded or compressed;
/// and of a damaged file it says what is wrong, or gives an answer that the file allows. Never a bug, a hang or a NaN.
/// </summary>
/// <remarks><c>BACKPAIN_FUZZ=100000 dotnet test --filter KindFuzzTests.Grouped</c> makes as many surveys of a kind, from the seed <c>BACKPAIN_FUZZ_FROM</c> on.</remarks>
public sealed class KindFuzzTests : IDisposable
{
    private const int Usual = 60;
    private const int MostShown = 5;

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-fuzz-").FullName;

    [Fact]
    public void Individuals() => Each(new SurveyKind(FuzzedDesign.None));

    [Fact]
    public void Grouped() => Each(new GroupedKind());

    [Fact]
    public void Tabulations() => Each(new TabulationKind());

    [Fact]
    public void Designs() => Each(new SurveyKind(FuzzedDesign.Clusters));

    [Fact]
    public void Replicates() => Each(new SurveyKind(FuzzedDesign.Replicates));

    [Fact]
    public void Encodings() => Each(new EncodingKind());

    [Fact]
    public void Gzip() => Each(new GzipKind());

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private void Each(FuzzedKind kind)
    {
        var seeds = Enumerable.Range(Number("BACKPAIN_FUZZ_FROM", 0), Number("BACKPAIN_FUZZ", Usual));
        var found = seeds.AsParallel().AsOrdered().Select(seed => (Seed: seed, Difference: Guarded(seed))).Where(entry => entry.Difference is not null).Take(MostShown);
        var text = string.Join("\n\n", found.Select(entry => $"seed {entry.Seed}: {entry.Difference}"));
        Assert.True(text.Length == 0, text);

        string? Guarded(int seed)
        {
            var folder = Directory.CreateDirectory(Path.Combine(scratch, seed.ToString(CultureInfo.InvariantCulture)));
            try
            {
                return kind.Difference(seed, new Random(seed), folder.FullName);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                return error.ToString();
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
