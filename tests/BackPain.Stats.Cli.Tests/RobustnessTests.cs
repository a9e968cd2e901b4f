using System.Diagnostics;
using System.Globalization;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>What happens when the world outside fails: full disks, closed pipes, impatient users, very large files.</summary>
public sealed class RobustnessTests : IDisposable
{
    private const int SigInt = 2;

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Fact]
    public void A_full_disk_is_an_error_and_not_a_short_file()
    {
        if (!File.Exists("/dev/full"))
            return;
        foreach (var arguments in new[] { "-o /dev/full --format csv", "--format csv -o /dev/full" })
        {
            var result = BuiltProgram.Run($"backpain prevalence example-survey {arguments}", scratch);
            Assert.Equal(ExitCode.Unreachable, result.ExitCode);
            Assert.Contains("/dev/full: cannot be written", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_output_that_cannot_be_made_leaves_nothing_behind_and_an_old_one_alone()
    {
        var old = Path.Combine(scratch, "out.csv");
        File.WriteAllText(old, "old");
        Assert.Equal(ExitCode.Data, BuiltProgram.Run("backpain prevalence example-survey --by nothing -o out.csv", scratch).ExitCode);
        Assert.Equal(ExitCode.Unreachable, BuiltProgram.Run("backpain prevalence example-survey -o no/such/out.csv", scratch).ExitCode);
        Assert.Equal("old", File.ReadAllText(old));
        Assert.Equal([old], Directory.EnumerateFileSystemEntries(scratch));
        Assert.Equal(ExitCode.Done, BuiltProgram.Run("backpain prevalence example-survey -o out.csv", scratch).ExitCode);
        Assert.StartsWith("type,recall,", File.ReadAllText(old), StringComparison.Ordinal);
        Assert.Equal([old], Directory.EnumerateFileSystemEntries(scratch));
    }

    [Fact]
    public void A_link_is_followed_and_an_input_is_never_replaced()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (real, link) = (Path.Combine(scratch, "real.csv"), Path.Combine(scratch, "link.csv"));
        File.WriteAllText(real, "pain\n1\n0\n");
        File.CreateSymbolicLink(link, "real.csv");
        foreach (var output in new[] { "real.csv", "./real.csv", "link.csv" })
            Assert.Equal(ExitCode.Usage, BuiltProgram.Run($"backpain prevalence real.csv --point pain -o {output}", scratch).ExitCode);
        Assert.Equal("pain\n1\n0\n", File.ReadAllText(real));
        Assert.Equal(ExitCode.Done, BuiltProgram.Run("backpain prevalence example-survey -o link.csv", scratch).ExitCode);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.StartsWith("type,recall,", File.ReadAllText(real), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_closes_the_pipe_is_no_error()
    {
        using var process = BuiltProgram.Start(["prevalence", "example-survey", "--by", "id", "--format", "csv", "--quiet"], scratch);
        process.StandardInput.Close();
        process.StandardOutput.ReadLine();
        process.StandardOutput.Close();
        Assert.Equal("", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(ExitCode.Done, process.ExitCode);
    }

    [Fact]
    public void Interrupting_stops_at_once_and_leaves_no_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = BuiltProgram.Start(["prevalence", "-", "--point", "pain", "-o", "out.csv"], scratch);
        process.StandardInput.Write("pain\n1\n0\n");
        process.StandardInput.Flush();
        Thread.Sleep(1500);
        var clock = Stopwatch.StartNew();
        Process.Start("kill", [$"-{SigInt}", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        Assert.True(process.WaitForExit(10_000), "It waits for input that never comes.");
        Assert.True(clock.ElapsedMilliseconds < 5000);
        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch));
    }

    [Fact]
    public void A_million_rows_are_counted_in_bounded_memory()
    {
        const int Rows = 1_000_000;
        const long Limit = 200L * 1024 * 1024;
        var path = Path.Combine(scratch, "large.csv");
        var cases = new int[2];
        using (var writer = new StreamWriter(path))
        {
            writer.Write("id,age,sex,smoking,region,education,bmi,weight,pain,stratum,psu\n");
            for (var i = 0; i < Rows; i++)
            {
                var (sex, pain) = (i % 2, i % 7 == 0 || i % 11 == 0 ? 1 : 0);
                cases[sex] += pain;
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i},{18 + (i % 70)},{(sex == 0 ? "female" : "male")},{i % 3},{i % 16},{i % 5},{20 + (i % 997 / 50d)},{1 + (i % 1009 / 100d)},{pain},{i % 50},{i % 12}\n"));
            }
        }
        using var process = BuiltProgram.Start(["prevalence", path, "--point", "pain", "--by", "sex", "--by", "smoking,age", "--bands", "age=10", "-o", "out.csv"], scratch);
        process.StandardInput.Close();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }
        var rows = File.ReadAllLines(Path.Combine(scratch, "out.csv"));
        Assert.StartsWith($"point,,pain,,,,{cases.Sum()},{Rows},0,", rows[1], StringComparison.Ordinal);
        Assert.StartsWith($"point,,pain,female,,,{cases[0]},{Rows / 2},0,", rows[2], StringComparison.Ordinal);
        Assert.StartsWith($"point,,pain,male,,,{cases[1]},{Rows / 2},0,", rows[3], StringComparison.Ordinal);
        Assert.InRange(peak, 1, Limit);
    }

    [Fact]
    public void The_same_input_and_options_give_the_same_bytes()
    {
        var command = "backpain prevalence example-survey --by sex,smoking --by age --method all --format json";
        Assert.Equal(BuiltProgram.Run(command, scratch).Output, BuiltProgram.Run(command, scratch).Output);
    }

    [Theory]
    [InlineData("example-survey", "", "--by sex --by smoking,age --by pregnant", "")]
    [InlineData("example-survey", "--where sex=female --where age>=40", "--by smoking", "--missing level")]
    [InlineData("nhanes-low-back-pain", "", "--by age,sex --by smoking", "")]
    [InlineData("published-low-back-pain", "", "--by id --by id,group", "--no-overall --no-empty")]
    public void A_saved_tabulation_gives_the_same_figures_as_the_data_it_was_made_from(string data, string where, string by, string rows)
    {
        Assert.Equal(ExitCode.Done, BuiltProgram.Run($"backpain tabulate {data} {where} {by} -o sums.csv", scratch).ExitCode);
        Assert.Equal(
            BuiltProgram.Run($"backpain prevalence {data} {where} {by} {rows} --method all --format csv --quiet", scratch).Output,
            BuiltProgram.Run($"backpain prevalence sums.csv {by} {rows} --method all --format csv --quiet", scratch).Output);
    }

    [SharedDataFact]
    public void The_nhanes_rows_give_the_published_counts_and_refuse_unexplained_codes()
    {
        var rows = SharedDataFactAttribute.Nhanes;
        const string Question = "--period 3m:MPQ070=1/2 --by RIAGENDR --by SMOKE --by RIDAGEYR --bands RIDAGEYR=10";
        var counted = BuiltProgram.Run($"backpain prevalence {rows} {Question} --na 7,9", scratch).Output;
        Assert.All(
            new[] { "5801/15322", "2466/7218", "3335/8104", "2752/7903", "1621/4088", "1417/3300", "1040/2797" },
            counts => Assert.Contains(counts, counted, StringComparison.Ordinal));
        var refused = BuiltProgram.Run($"backpain prevalence {rows} {Question}", scratch);
        Assert.Equal(ExitCode.Data, refused.ExitCode);
        Assert.Contains("'9' (5 rows), '7' (1 row) in column 'MPQ070'", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);
}
