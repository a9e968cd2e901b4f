using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>What docs/standardization.md shows is what the program does, and the national figures are those of R.</summary>
public sealed partial class StandardizationPageTests : IDisposable
{
    private const string Page = "docs/standardization.md";
    private const string Picture = "docs/pictures/standardization.svg";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    public StandardizationPageTests()
    {
        foreach (var example in Directory.EnumerateFiles(Repository.PathOf("docs/examples"), "*.csv"))
            File.Copy(example, Path.Combine(scratch, Path.GetFileName(example)));
    }

    [Fact]
    public void Every_console_block_is_true()
    {
        var page = File.ReadAllText(Repository.PathOf(Page)).ReplaceLineEndings("\n");
        Assert.True(ConsoleBlock().Count(page) >= 2);
        var (stored, made) = Repository.Kept(Page, ConsoleBlock().Replace(page, block => Run(block.Groups["block"].Value)));
        Assert.Equal(made, stored.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_picture_is_what_the_program_draws()
    {
        var command = PlotCommand().Match(File.ReadAllText(Repository.PathOf(Page))).Groups["command"].Value;
        var result = BuiltProgram.Run(command, scratch);
        Assert.True(result.ExitCode == 0, result.Error);
        var (stored, made) = Repository.Kept(Picture, File.ReadAllText(Path.Combine(scratch, Path.GetFileName(Picture))));
        Assert.Equal(stored.ReplaceLineEndings("\n"), made);
    }

    [Theory]
    [InlineData("", "38.70 (37.56–39.85)")]
    [InlineData("sex=male", "36.07 (34.40–37.77)")]
    [InlineData("sex=female", "41.01 (39.66–42.37)")]
    [InlineData("smoking=never", "34.84 (33.49–36.21)")]
    [InlineData("smoking=former", "41.58 (39.24–43.95)")]
    [InlineData("smoking=current", "44.92 (42.24–47.62)")]
    public void The_national_figures_are_those_of_R(string group, string expected)
    {
        // svystandardize and svyciprop(method = "xlogit") of survey 4.1-1 on the rows that the bundled sums were made of.
        var result = BuiltProgram.Run(
            "backpain standardize nhanes-1999-2004 --by sex --by smoking --over age --standard-population us-2000-nchs --format csv", scratch);
        var lines = result.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        var row = lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))
            .Single(row => string.Join(';', new[] { "sex", "smoking" }.Where(column => row[column].Length > 0).Select(column => $"{column}={row[column]}")) == group);
        Assert.Equal(expected, $"{Percent(row["prevalence"])} ({Percent(row["lower"])}–{Percent(row["upper"])})");
    }

    [SharedDataFact]
    public void The_rows_give_the_standardized_figures_that_stand_beside_them()
    {
        var file = SharedDataFactAttribute.Nhanes;
        var expected = File.ReadLines(file.Replace(".csv", "_age_standardised_expected.csv", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','));
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["us"] = "us-2000", ["who"] = "who-2000", ["segi"] = "segi-1960", ["esp13"] = "europe-2013" };
        var compared = 0;
        foreach (var cells in expected)
        {
            var (sex, isWeighted) = (cells[0], cells[2].StartsWith("survey", StringComparison.Ordinal));
            string[] who = sex == "all" ? [] : ["--where", $"RIAGENDR={(sex == "male" ? 1 : 2)}"];
            string[] design = isWeighted ? ["--weight", "WT6INT", "--strata", "SDMVSTRA", "--psu", "SDMVPSU"] : [];
            var result = BuiltProgram.Run(
                ["standardize", file, "--period", "3m:LBP3M", .. design, .. who, "--over", "RIDAGEYR", "--bands", "RIDAGEYR=20,30,40,50,60,70,80",
                    "--standard-population", names[cells[1]], "--method", isWeighted ? "wald" : "wald,fay-feuer", "--format", "csv"],
                scratch);
            Assert.True(result.ExitCode == 0, result.Error);
            var lines = result.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
            var rows = lines.Skip(1).Select(row => lines[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)).ToList();
            Same(cells[3], rows[0]["prevalence"]);
            Same(cells[4], rows[0]["se"]);
            Same(cells[5], rows[0]["lower"]);
            Same(cells[6], rows[0]["upper"]);
            if (!isWeighted)
            {
                Same(cells[7], rows[1]["lower"]);
                Same(cells[8], rows[1]["upper"]);
            }
            compared++;
        }
        Assert.Equal(20, compared);
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private static void Same(string percent, string share) =>
        Assert.True(
            Math.Abs((100 * double.Parse(share, CultureInfo.InvariantCulture)) - double.Parse(percent, CultureInfo.InvariantCulture)) <= 0.50001e-4,
            $"{share} is not {percent} %");

    private static string Percent(string share) => (100 * double.Parse(share, CultureInfo.InvariantCulture)).ToString("F2", CultureInfo.InvariantCulture);

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

    [GeneratedRegex("Made by `(?<command>[^`]+)`")]
    private static partial Regex PlotCommand();
}
