using BackPain.Stats.Cli.Results;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;
using Xunit.Abstractions;

namespace BackPain.Stats.Cli.Tests;

/// <summary>In every form in which it is given away, the program runs, finds its bundled data, and says what the built one says.</summary>
public sealed class ShippingTests(ShippedProgram shipped, ITestOutputHelper log) : IClassFixture<ShippedProgram>
{
    [FormsFact]
    public void As_a_dotnet_tool_installed_from_a_folder() => RunsAsBuilt(shipped.InstallTool);

    [FormsFact]
    public void Published_ReadyToRun_for_an_installed_framework() => RunsAsBuilt(() =>
    {
        var program = shipped.Publish("framework", "--self-contained", "false");
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(program)!), path => path.EndsWith(".pdb", StringComparison.Ordinal) || path.EndsWith(".xml", StringComparison.Ordinal));
        return program;
    });

    [FormsFact]
    public void Published_as_one_file_with_its_data_beside_it() => RunsAsBuilt(() =>
    {
        var program = shipped.Publish("whole", "--self-contained", "true", "-p:PublishSingleFile=true");
        Assert.Equal([program], Directory.EnumerateFiles(Path.GetDirectoryName(program)!));
        return program;
    });

    private void RunsAsBuilt(Func<string> make)
    {
        var (program, absence) = ShippedProgram.Try(make);
        if (program is null)
        {
            log.WriteLine(absence);
            return;
        }
        Assert.Equal(($"{Tool.Name} {Tool.Version}\n", ExitCode.Done), shipped.Run(program, "--version"));
        foreach (var question in new[] { "prevalence nhanes-low-back-pain --by sex --by age", "reproduce" })
            Assert.Equal(BuiltProgram.Run($"backpain {question}", shipped.Folder).Output, shipped.Run(program, question.Split(' ')).Output);
    }
}
