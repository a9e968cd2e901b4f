using System.Globalization;
using System.IO.Compression;
using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Tests.Studies;

/// <summary>Whatever the number of threads, the same sums to the last bit, and the same words where something is wrong.</summary>
public sealed class ParallelTests : IDisposable
{
    private const int Rows = 120_000;

    private readonly Scratch scratch = new();

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var path = scratch.File("data.csv", Survey());
        var one = Bits(Read(path, 1));
        Assert.True(one.Count > 500);
        foreach (var threads in new[] { 2, 3, 8 })
            Assert.Equal(one, Bits(Read(path, threads)));
    }

    [Fact]
    public void A_compressed_file_is_no_different()
    {
        var path = Path.Combine(scratch.Folder, "data.csv.gz");
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(Survey()));
        Assert.Equal(Bits(Read(path, 1)), Bits(Read(path, 3)));
    }

    [Fact]
    public void The_rank_of_replicate_weights_is_that_of_all_rows_together()
    {
        var text = new StringBuilder("w,r1,r2,r3,r4,pain\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"3,{(i < 1000 ? 6 : 0)},{(i % 2 * 6)},{3},{((i + 1) % 2 * 6)},{i % 3 / 2}\n");
        var path = scratch.File("data.csv", text.ToString());
        ReplicateType.TryParse("jk1", out var type);
        var request = Scratch.Asking("pain") with { Design = new DesignColumns { Weight = "w", Replicates = new ReplicateColumns("r*", type, null) } };
        // r3 is the mean of r2 and r4.
        Assert.All(new[] { 1, 2, 4 }, threads => Assert.Equal(ReplicateRank.Of(3), new StudyReader(request, new ProblemLog(), threads: threads).Read([path]).Tabulation.Weighting!.ReplicateRank));
    }

    [Theory]
    [InlineData("9,x,1,,m,20,1", 77_000)]
    [InlineData("9,x,1,-1.5,m,20,1", 119_000)]
    [InlineData("9,x,1,1.5,m,20", 60_000)]
    [InlineData("9,x,1,1.5,m,20,8", 3)]
    [InlineData("9,x,1,1.5,m,\"20,1", 90_000)]
    [InlineData("9,x,1,1.5,m,old,1", 90_000)]
    public void What_is_wrong_is_told_alike(string row, int line)
    {
        var lines = Survey().Split('\n').ToList();
        lines[line - 1] = row;
        lines[line + 500] = row;
        var path = scratch.File("data.csv", string.Join('\n', lines));
        var one = Problems(path, 1);
        Assert.NotEmpty(one);
        Assert.All(new[] { 2, 4 }, threads => Assert.Equal(one, Problems(path, threads)));
    }

    [Fact]
    public void A_contradiction_that_only_two_threads_together_see_is_told_alike()
    {
        var text = new StringBuilder("stratum,N,psu,w,pain\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i < Rows / 2 ? 'a' : 'b')},{(i == Rows - 1 ? 400001 : 400000)},{i % 1000},1,1\n");
        var path = scratch.File("data.csv", text.ToString());
        foreach (var design in new[] { new DesignColumns { Strata = "stratum", Psu = "psu", Nested = false }, new DesignColumns { Strata = "stratum", Fpc = "N" } })
        {
            var one = Problems(path, 1, design);
            Assert.NotEmpty(one);
            Assert.Equal(one, Problems(path, 4, design));
        }
    }

    public void Dispose() => scratch.Dispose();

    private static string Survey()
    {
        var random = new Random(12);
        var text = new StringBuilder("id,stratum,psu,w,sex,age,pain\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i},{random.Next(9)},{random.Next(12)},{1000 * random.NextDouble()},{(random.Next(2) == 0 ? "m" : "\"f\"")},{random.Next(15, 95)},{(random.Next(20) == 0 ? "" : random.Next(2))}\n");
        return text.ToString();
    }

    private static StudyRequest Request(DesignColumns? design = null) => Scratch.Asking("pain") with
    {
        Stratifications = design is null ? [new Stratification("sex"), new Stratification("age")] : [],
        Bands = design is null ? new Dictionary<string, Bands>(StringComparer.Ordinal) { ["age"] = Bands.Every(10) } : [],
        Where = design is null ? [new NumberCondition("age", ">=", 20)] : [],
        Design = design ?? new DesignColumns { Weight = "w", Strata = "stratum", Psu = "psu" },
    };

    private static Study Read(string path, int threads) => new StudyReader(Request(), new ProblemLog(), threads: threads).Read([path]);

    private static List<string> Bits(Study study) =>
    [
        .. study.Tabulation.Cells.Select(cell => $"{string.Join(',', Enumerable.Range(0, study.Tabulation.Columns.Count).Select(place => study.Tabulation.LevelOf(cell, place)?.Text))} {cell.Sums.N} {BitConverter.DoubleToInt64Bits(cell.Sums.W.Value)} {BitConverter.DoubleToInt64Bits(cell.Sums.W2.Value)}"),
        .. study.Inputs.Select(input => $"{input.Sha256} {input.Bytes} {input.Rows}"),
    ];

    private static List<string> Problems(string path, int threads, DesignColumns? design = null)
    {
        var log = new ProblemLog();
        Assert.Throws<DataException>(() => new StudyReader(Request(design), log, threads: threads).Read([path]));
        return [.. log.Problems.Select(problem => problem.ToString()), $"{log.Errors}"];
    }
}
