using System.Text;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Runs that somebody has looked at and approved: command, standard output, standard error behind "! ", exit code.</summary>
internal static class ApprovedTranscript
{
    private const string Folder = "tests/BackPain.Stats.Cli.Tests/transcripts";
    private const string Fixtures = "tests/BackPain.Stats.Cli.Tests/fixtures";

    /// <summary>All of them.</summary>
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Repository.PathOf(Folder)).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Its file in the repository.</summary>
    public static string PathOf(string name) => $"{Folder}/{name}.txt";

    /// <summary>Runs its commands, from top to bottom, in one folder with the fixtures.</summary>
    public static string Repeat(string name, Func<string, string, Result> run)
    {
        var commands = File.ReadLines(Repository.PathOf(PathOf(name))).Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands);
        var scratch = Directory.CreateTempSubdirectory("backpain-").FullName;
        try
        {
            CopyFixtures(scratch);
            return string.Concat(commands.Select(command => Written(command, run(command[2..], scratch))));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static string Written(string command, Result result)
    {
        var text = new StringBuilder().Append(command).Append('\n').Append(result.Output);
        foreach (var line in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.Append("! ").Append(line).Append('\n');
        return text.Append("[exit ").Append(result.ExitCode).Append("]\n\n").ToString();
    }

    private static void CopyFixtures(string scratch)
    {
        foreach (var fixture in Directory.EnumerateFiles(Repository.PathOf(Fixtures), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(scratch, Path.GetRelativePath(Repository.PathOf(Fixtures), fixture));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(fixture, target);
        }
    }
}
