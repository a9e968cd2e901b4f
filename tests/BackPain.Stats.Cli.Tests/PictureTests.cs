using System.Globalization;
using System.Text;
using System.Xml.Linq;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Pictures: the same bytes each time, well-formed whatever the data hold, and something said about every mark.</summary>
public sealed class PictureTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string scratch = Directory.CreateTempSubdirectory("backpain-").FullName;

    [Theory]
    [InlineData("prevalence nhanes-low-back-pain --by sex --by age", "intervals")]
    [InlineData("prevalence nhanes-low-back-pain --by age,sex", "profile")]
    [InlineData("prevalence example-survey --point pain_now --lifetime pain_ever --na 8,9 --by sex --method all", "intervals")]
    public void Are_the_same_each_time(string command, string kind)
    {
        var first = Draw(command);
        Assert.Equal(first, Draw(command));
        Assert.Equal(first, Draw($"{command} --plot-kind {kind}"));
    }

    [Theory]
    [InlineData("--by group")]
    [InlineData("--by group --plot-kind profile")]
    public void Hold_whatever_the_data_hold_as_text(string by)
    {
        var drawing = XDocument.Parse(Draw($"prevalence {Repository.PathOf("tests/BackPain.Stats.Cli.Tests/fixtures/markup.csv")} --cases cases --persons persons --recall point {by}"));
        Assert.Equal(["circle", "desc", "g", "line", "path", "rect", "style", "svg", "text", "title"], drawing.Descendants().Select(element => element.Name.LocalName).Union(["circle"]).Order(StringComparer.Ordinal));
        Assert.Contains("<script>alert(1)</script>", string.Concat(drawing.Descendants(Svg + "text").Select(text => text.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_of_every_mark_what_it_is()
    {
        var drawing = XDocument.Parse(Draw("prevalence nhanes-low-back-pain --by sex --by age"));
        Assert.Equal("3-month period prevalence of low back pain", drawing.Root!.Element(Svg + "title")!.Value);
        Assert.Contains("sex female: 41.2 (40.1–42.2), 3335/8104", drawing.Root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(10, drawing.Descendants(Svg + "g").Count(group => group.Element(Svg + "title")!.Value.Length > 0));
    }

    [Fact]
    public void Show_what_cannot_be_estimated_as_a_row_that_says_so()
    {
        File.WriteAllText(Path.Combine(scratch, "data.csv"), "sex,cases,persons\nfemale,1,10\nmale,0,0\n");
        var drawing = XDocument.Parse(Draw("prevalence data.csv --cases cases --persons persons --recall point --by sex"));
        Assert.Contains("sex male: no persons to estimate from, 0/0", drawing.Descendants(Svg + "title").Select(title => title.Value));
    }

    [Fact]
    public void Name_the_columns_of_every_breakdown_in_the_order_of_the_table()
    {
        var texts = XDocument.Parse(Draw("prevalence nhanes-low-back-pain --by smoking --by sex,smoking")).Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains("sex × smoking", texts);
        Assert.Contains("male, never", texts);
    }

    [Theory]
    [InlineData("docs/pictures/low-back-pain-by-age.svg", "prevalence nhanes-low-back-pain --by age,sex")]
    [InlineData("docs/pictures/low-back-pain-by-smoking.svg", "prevalence nhanes-low-back-pain --by smoking --by sex,smoking")]
    public void In_the_readme_are_what_the_program_draws(string path, string command)
    {
        var (stored, made) = Repository.Kept(path, Draw(command));
        Assert.Equal(stored.ReplaceLineEndings("\n"), made);
        Assert.Contains($"`backpain {command} --plot ", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_not_written_where_they_cannot_be_drawn()
    {
        var result = BuiltProgram.Run("backpain prevalence nhanes-low-back-pain --plot p.svg --plot-kind profile -o table.csv", scratch);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch));
    }

    [Fact]
    public void Never_leave_the_width_of_a_terminal()
    {
        var data = new StringBuilder("group,cases,persons\n");
        for (var i = 0; i < 60; i++)
            data.Append(CultureInfo.InvariantCulture, $"a group with a long name and the number {i},{i},60\n");
        File.WriteAllText(Path.Combine(scratch, "data.csv"), data.ToString());
        var result = BuiltProgram.Run("backpain prevalence data.csv --cases cases --persons persons --recall point --by group --plot -", scratch);
        var picture = result.Output[result.Output.LastIndexOf("Point prevalence", StringComparison.Ordinal)..];
        Assert.All(picture.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(61, picture.Count(character => character is '■' or '◆'));
    }

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    private string Draw(string command)
    {
        Assert.Equal(ExitCode.Done, BuiltProgram.Run($"backpain {command} --quiet --plot picture.svg", scratch).ExitCode);
        return File.ReadAllText(Path.Combine(scratch, "picture.svg"));
    }
}
