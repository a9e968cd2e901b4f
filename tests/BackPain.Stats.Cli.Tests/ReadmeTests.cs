using System.Text;
using System.Text.RegularExpressions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>What the README shows is what the program does: every console block is run, from top to bottom, in one folder. APPROVE=1 writes it anew.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Fact]
    public void Every_console_block_is_true()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        Assert.True(ConsoleBlock().Count(readme) >= 8);
        var (stored, made) = Repository.Kept("README.md", ConsoleBlock().Replace(readme, block => Run(block.Groups["block"].Value)));
        Assert.Equal(made, stored.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_first_command_is_the_one_that_continuous_integration_runs()
    {
        var first = ConsoleBlock().Match(File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n")).Groups["block"].Value.Split('\n')[0];
        Assert.Contains(first[2..], File.ReadAllLines(Repository.PathOf(".ci/run")));
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere() =>
        Assert.All(
            Link().Matches(File.ReadAllText(Repository.PathOf("README.md"))).Select(match => match.Groups["path"].Value),
            path => Assert.True(Path.Exists(Repository.PathOf(path)), path));

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private string Run(string block)
    {
        var text = new StringBuilder("```console\n");
        foreach (var command in block.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        {
            var result = BuiltProgram.Run(command[2..], scratch);
            text.Append(command).Append('\n').Append(result.Output).Append(result.Error);
        }
        return text.Append("```\n").ToString();
    }

    [GeneratedRegex("^```console\n(?<block>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"\]\((?<path>[^):]+)\)")]
    private static partial Regex Link();
}
