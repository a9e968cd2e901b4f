using System.Diagnostics;
using System.Globalization;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Files larger than the memory there is, as many PSUs as persons, and disks with no room even for a message.</summary>
public sealed class LimitTests : IDisposable
{
    private const int Rows = 1_000_000;

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Fact]
    public void A_file_larger_than_the_memory_is_counted()
    {
        if (OperatingSystem.IsWindows())
            return;
        // A limit of address space (ulimit -v) would say nothing: the runtime reserves far more than it uses. This limits what it may use.
        const long Heap = 24 * 1024 * 1024;
        var path = Survey();
        Assert.True(new FileInfo(path).Length > 2 * Heap);
        var (output, exitCode) = Shell($"DOTNET_GCHeapHardLimit=0x{Heap:X} {BuiltProgram.Executable} prevalence {path} --point pain --by sex --format csv");
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains($"point,,pain,,{(Rows + 2) / 3},{Rows},0,", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_psus_are_a_design()
    {
        var clock = Stopwatch.StartNew();
        var result = BuiltProgram.Run($"backpain prevalence {Survey()} --point pain --weight weight --psu id --by sex --format csv", scratch);
        Assert.Equal(ExitCode.Done, result.ExitCode);
        var overall = result.Output.Split('\n')[1].Split(',');
        Assert.Equal(((Rows + 2) / 3).ToString(CultureInfo.InvariantCulture), overall[4]);
        Assert.Equal((Rows - 1).ToString(CultureInfo.InvariantCulture), overall[13]);
        Assert.Equal(ByHand(), double.Parse(overall[12], CultureInfo.InvariantCulture), 1e-12);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
    }

    [Theory]
    [InlineData("prevalence example-survey > /dev/full", ExitCode.Unreachable)]
    [InlineData("--help > /dev/full", ExitCode.Unreachable)]
    [InlineData("prevalence no-such-data 2> /dev/full", ExitCode.Unreachable)]
    [InlineData("prevalence example-survey --no-such-option 2> /dev/full", ExitCode.Usage)]
    [InlineData("prevalence example-survey --format csv 2> /dev/full > /dev/null", ExitCode.Done)]
    [InlineData("prevalence example-survey 2>&1 > /dev/full | grep -c 'standard output: cannot be written'", ExitCode.Done)]
    public void A_full_disk_ends_no_run_without_its_exit_code(string commandLine, int exitCode)
    {
        if (File.Exists("/dev/full"))
            Assert.Equal(exitCode, Shell($"{BuiltProgram.Executable} {commandLine}").ExitCode);
    }

    [Fact]
    public void Standard_input_that_is_closed_is_refused_and_not_waited_for()
    {
        // The descriptor is free then, and goes to whatever the runtime opens first, from which a read never returns.
        var (output, exitCode) = Shell($"timeout 60 {BuiltProgram.Executable} prevalence - --point pain 2>&1 <&-");
        Assert.Equal((ExitCode.Unreachable, "backpain: -: standard input is closed; pipe the data into it, or name a file.\n"), (exitCode, output));
        Assert.Equal(ExitCode.Data, Shell($"timeout 60 {BuiltProgram.Executable} prevalence - --point pain 2>&1 < /dev/null").ExitCode);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    /// <summary>The standard error of the ratio among persons of one stratum, each a PSU (Särndal, Swensson and Wretman 1992, result 5.6.1).</summary>
    private static double ByHand()
    {
        var (weights, cases, squares) = (0d, 0d, 0d);
        for (var row = 0; row < Rows; row++)
            (weights, cases) = (weights + WeightOf(row), cases + (row % 3 == 0 ? WeightOf(row) : 0));
        for (var row = 0; row < Rows; row++)
            squares += Math.Pow(WeightOf(row) * ((row % 3 == 0 ? 1 : 0) - (cases / weights)) / weights, 2);
        return Math.Sqrt(Rows / (Rows - 1d) * squares);
    }

    private static double WeightOf(int row) => 1 + (row % 8 / 8d);

    private string Survey()
    {
        var path = Path.Combine(scratch, "survey.csv");
        using var writer = new StreamWriter(path);
        writer.Write("id,weight,sex,pain,filler\n");
        for (var row = 0; row < Rows; row++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{row},{WeightOf(row)},{(row % 2 == 0 ? 'f' : 'm')},{(row % 3 == 0 ? 1 : 0)},columns that nobody asked for cost nothing but reading\n"));
        return path;
    }

    private (string Output, int ExitCode) Shell(string commandLine)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", commandLine]) { WorkingDirectory = scratch, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
