using System.Text;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>
/// Runs of the program that somebody has looked at and approved: command, standard output, standard error behind "! ", exit code.
/// APPROVE=1 writes them anew; then look at the difference before you commit it.
/// </summary>
public sealed class TranscriptTests : IDisposable
{
    private const string Folder = "tests/BackPain.Stats.Cli.Tests/transcripts";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    public TranscriptTests()
    {
        foreach (var fixture in Directory.EnumerateFiles(Repository.PathOf("tests/BackPain.Stats.Cli.Tests/fixtures"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(scratch, Path.GetRelativePath(Repository.PathOf("tests/BackPain.Stats.Cli.Tests/fixtures"), fixture));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(fixture, target);
        }
    }

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Repository.PathOf(Folder)).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_as_approved(string name)
    {
        var path = $"{Folder}/{name}.txt";
        var commands = File.ReadLines(Repository.PathOf(path)).Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands);
        var transcript = new StringBuilder();
        foreach (var command in commands)
        {
            var result = BuiltProgram.Run(command[2..], scratch);
            transcript.Append(command).Append('\n').Append(result.Output);
            foreach (var line in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                transcript.Append("! ").Append(line).Append('\n');
            transcript.Append("[exit ").Append(result.ExitCode).Append("]\n\n");
        }
        var (stored, made) = Repository.Kept(path, transcript.ToString());
        Assert.Equal(stored, made);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);
}
