using System.Diagnostics;

namespace BackPain.Stats.Cli.Tests;

/// <summary>No result replaces an input, whichever path leads to it.</summary>
public sealed class OutputIdentityTests : IDisposable
{
    private const string Rows = "id,pain\n1,1\n2,0\n";

    private readonly string folder = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Theory]
    [InlineData("link.csv")]
    [InlineData("hard.csv")]
    [InlineData("linked/a.csv")]
    [InlineData("linked/hard.csv")]
    public void Refuses_to_write_over_an_input_by_another_path(string output)
    {
        if (OperatingSystem.IsWindows())
            return;
        MakeLinks();
        var result = BuiltProgram.Run(["prevalence", "a.csv", "--point", "pain", "-o", output], folder);
        Assert.Equal((2, $"backpain: the output '{output}' would overwrite an input.\n"), (result.ExitCode, result.Error));
        Assert.Equal(Rows, File.ReadAllText(Path.Combine(folder, "a.csv")));
        Assert.Equal(Rows, File.ReadAllText(Path.Combine(folder, "hard.csv")));
    }

    [Fact]
    public void Writes_through_a_link_to_another_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        MakeLinks();
        File.WriteAllText(Path.Combine(folder, "old.csv"), Rows);
        File.CreateSymbolicLink(Path.Combine(folder, "to-old.csv"), "old.csv");
        Assert.Equal(0, BuiltProgram.Run(["prevalence", "a.csv", "--point", "pain", "-o", "linked/to-old.csv"], folder).ExitCode);
        Assert.StartsWith("type,recall,outcome", File.ReadAllText(Path.Combine(folder, "old.csv")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void MakeLinks()
    {
        File.WriteAllText(Path.Combine(folder, "a.csv"), Rows);
        File.CreateSymbolicLink(Path.Combine(folder, "link.csv"), "a.csv");
        Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), ".");
        Process.Start(new ProcessStartInfo("ln", ["a.csv", "hard.csv"]) { WorkingDirectory = folder })!.WaitForExit();
    }
}
