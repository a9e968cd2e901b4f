using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Where results go: a file is whole or untouched, whatever its name and whoever else writes beside it; what is no file takes the bytes.</summary>
public sealed class OutputFileTests : IDisposable
{
    private const string Table = "backpain methods --format csv";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;
    private readonly string expected;

    public OutputFileTests() => expected = BuiltProgram.Run(Table, scratch).Output;

    [Fact]
    public void A_file_below_dev_is_replaced_like_any_other()
    {
        if (!Directory.Exists("/dev/shm"))
            return;
        var file = $"/dev/shm/backpain-{Guid.NewGuid():N}.csv";
        try
        {
            File.WriteAllText(file, new string('x', 1_000_000));
            Assert.Equal(ExitCode.Done, Write(file).ExitCode);
            Assert.Equal(expected, File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task What_is_no_file_takes_the_bytes_and_stays_what_it_is()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal((ExitCode.Done, "", ""), (Write("/dev/null").ExitCode, Write("/dev/null").Output, Write("/dev/null").Error));
        Assert.Equal(expected, Write("/dev/stdout").Output);
        Run("mkfifo", "pipe.csv");
        var read = Task.Run(() => File.ReadAllText(Path.Combine(scratch, "pipe.csv")));
        Assert.Equal(ExitCode.Done, Write("pipe.csv").ExitCode);
        Assert.Equal(expected, await read);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(scratch, "socket.csv")));
        socket.Listen();
        var accepted = Task.Run(() => new StreamReader(new NetworkStream(socket.Accept(), ownsSocket: true)).ReadToEnd());
        Assert.Equal(ExitCode.Done, Write("socket.csv").ExitCode);
        Assert.Equal(expected, await accepted);
        Assert.Equal(["pipe.csv", "socket.csv"], Left());
    }

    [Theory]
    [InlineData("600")]
    [InlineData("640")]
    [InlineData("444")]
    [InlineData("755")]
    public void A_file_that_is_replaced_keeps_its_mode(string mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Path.Combine(scratch, "out.csv"), "old");
        Run("chmod", mode, "out.csv");
        Assert.Equal(ExitCode.Done, Write("out.csv").ExitCode);
        Assert.Equal(mode, Convert.ToString((int)File.GetUnixFileMode(Path.Combine(scratch, "out.csv")), 8));
        Assert.Equal(expected, File.ReadAllText(Path.Combine(scratch, "out.csv")));
        Assert.Equal(["out.csv"], Left());
    }

    [Fact]
    public void A_new_file_has_the_mode_that_any_program_gives_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        Shell($"umask 027; {BuiltProgram.Executable} methods --format csv -o out.csv");
        Assert.Equal("640", Convert.ToString((int)File.GetUnixFileMode(Path.Combine(scratch, "out.csv")), 8));
    }

    [Fact]
    public void A_name_as_long_as_the_file_system_allows_is_a_name()
    {
        var name = new string('n', 251) + ".csv";
        Assert.Equal(ExitCode.Done, Write(name).ExitCode);
        Assert.Equal([name], Left());
    }

    [Fact]
    public void Nobody_can_foresee_the_draft_and_so_have_another_file_written()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // As strace sees it: the draft is opened once, exclusively, and without following a link; skipped where there is no strace.
        if (Process.Start(new ProcessStartInfo("which", "strace") { RedirectStandardOutput = true }) is not { } which || !which.WaitForExit(5000) || which.ExitCode != 0)
            return;
        Shell($"strace -f -e trace=openat -o trace.txt {BuiltProgram.Executable} methods --format csv -o out.csv");
        var opened = File.ReadLines(Path.Combine(scratch, "trace.txt")).Where(line => line.Contains(".part", StringComparison.Ordinal)).ToList();
        Assert.Contains("O_CREAT", Assert.Single(opened), StringComparison.Ordinal);
        Assert.Contains("O_EXCL", opened[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_larger_than_allowed_is_an_error_and_leaves_the_old_one()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Path.Combine(scratch, "out.csv"), "old");
        // .NET itself needs a large file unless it is told otherwise.
        var result = Shell($"ulimit -f 1; DOTNET_EnableWriteXorExecute=0 {BuiltProgram.Executable} methods --format json -o out.csv");
        Assert.Equal((ExitCode.Unreachable, "backpain: out.csv: cannot be written (it exceeds the file size limit).\n"), (result.ExitCode, result.Error));
        Assert.Equal("old", File.ReadAllText(Path.Combine(scratch, "out.csv")));
        Assert.Equal(["out.csv"], Left());
    }

    [Theory]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_at_any_moment_leaves_the_old_file_or_the_new_one_and_nothing_else(string signal)
    {
        const int Moments = 8;
        if (OperatingSystem.IsWindows())
            return;
        var random = new Random(21);
        for (var i = 0; i < Moments; i++)
        {
            File.WriteAllText(Path.Combine(scratch, "out.csv"), "old");
            using var process = BuiltProgram.Start(["methods", "--format", "csv", "-o", "out.csv"], scratch);
            Thread.Sleep(random.Next(150));
            Run("kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture));
            Assert.True(process.WaitForExit(20_000));
            Assert.Contains(File.ReadAllText(Path.Combine(scratch, "out.csv")), new[] { "old", expected });
            Assert.Equal(["out.csv"], Left());
        }
    }

    [Theory]
    [InlineData(false, ExitCode.Cancelled)]
    [InlineData(true, ExitCode.Done)]
    public void Hanging_up_stops_the_program_unless_it_was_started_to_outlive_that(bool outlives, int exitCode)
    {
        if (OperatingSystem.IsWindows())
            return;
        // With the signal ignored, as nohup starts programs.
        var start = new ProcessStartInfo("sh", ["-c", $"{(outlives ? "trap '' HUP; " : "")}exec {BuiltProgram.Executable} prevalence - --point pain -o out.csv"]) { WorkingDirectory = scratch, RedirectStandardInput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Write("pain\n1\n0\n");
        process.StandardInput.Flush();
        Thread.Sleep(1500);
        Run("kill", "-HUP", process.Id.ToString(CultureInfo.InvariantCulture));
        Thread.Sleep(500);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(20_000));
        Assert.Equal(exitCode, process.ExitCode);
        Assert.Equal(outlives ? ["out.csv"] : [], Left());
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private IEnumerable<string> Left() => Directory.EnumerateFileSystemEntries(scratch).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private Result Write(string path)
    {
        using var process = BuiltProgram.Start(["methods", "--format", "csv", "-o", path], scratch);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(output, error.Result, process.ExitCode);
    }

    private void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = scratch, RedirectStandardError = true })!;
        process.WaitForExit();
    }

    private Result Shell(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = scratch, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(output, error.Result, process.ExitCode);
    }
}
