using System.Text.RegularExpressions;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>The house stands on one-way floors: a file uses only what lies below it. Read from the source files themselves.</summary>
public partial class ArchitectureTests
{
    // From the bottom up; a floor may use itself and every floor before it.
    private static readonly string[] Floors =
    [
        "BackPain.Stats.Definitions", "BackPain.Stats.Distributions", "BackPain.Stats.Tabulations", "BackPain.Stats.Domains",
        "BackPain.Stats.Statistics", "BackPain.Stats.Designs", "BackPain.Stats.Intervals", "BackPain.Stats.Surveys", "BackPain.Stats.Estimation", "BackPain.Stats.Identifications",
        "BackPain.Stats.Populations", "BackPain.Stats.Rates", "BackPain.Stats.Standardization",
        "BackPain.Stats.Comparisons.Tests", "BackPain.Stats.Comparisons.Methods", "BackPain.Stats.Comparisons.Families",
        "BackPain.Stats.Comparisons.Strata", "BackPain.Stats.Comparisons.Trends", "BackPain.Stats.Comparisons",
        "BackPain.Stats.Data.Problems", "BackPain.Stats.Data.Formats", "BackPain.Stats.Data.Codebooks", "BackPain.Stats.Data.Rows",
        "BackPain.Stats.Data.Values", "BackPain.Stats.Data.Designs", "BackPain.Stats.Data.Kinds", "BackPain.Stats.Data.Studies",
        "BackPain.Stats.Data.Figures", "BackPain.Stats.Data.Engines", "BackPain.Stats.Data.Standards",
        "BackPain.Stats.Cli.Results", "BackPain.Stats.Cli.Rendering", "BackPain.Stats.Cli.Pictures", "BackPain.Stats.Cli.Terminal",
        "BackPain.Stats.Cli.Options", "BackPain.Stats.Cli.Runs", "BackPain.Stats.Cli.Markup", "BackPain.Stats.Cli.Reports",
        "BackPain.Stats.Cli.Commands", "BackPain.Stats.Cli.Commands.Methods", "BackPain.Stats.Cli.Analyses", "BackPain.Stats.Cli.Analyses.Standardizing", "BackPain.Stats.Cli.Analyses.Comparing", "BackPain.Stats.Cli",
    ];

    private const int LongestLine = 140;
    private const int MostFilesInFolder = 25;

    // What a floor may use of the framework and of packages is said here where it matters.
    private static readonly (string Floor, string Never)[] Bans =
    [
        (@"^BackPain\.Stats\.(Definitions|Distributions|Tabulations|Domains|Statistics|Designs|Intervals|Surveys|Estimation|Identifications|Populations|Rates|Standardization|Comparisons.*)$", @"^(System\.IO|System\.Console|System\.Text\.Json|CsvHelper|System\.CommandLine)"),
        (@"^BackPain\.Stats\.Data\.", @"^(System\.CommandLine|MathNet)"),
        (@"^BackPain\.Stats\.Cli", @"^MathNet"),
        (@"^BackPain\.Stats\.(?!Distributions$)", @"^MathNet"),
        (@"^BackPain\.Stats\.Cli\.(Results|Rendering|Pictures)$", @"^System\.CommandLine"),
    ];

    [Fact]
    public void Every_file_stands_on_the_floor_of_its_folder()
    {
        foreach (var (path, text) in Sources())
        {
            var folder = Path.GetDirectoryName(InSource(path))!.Replace(Path.DirectorySeparatorChar, '.');
            Assert.Equal(folder, FloorOf(text));
            Assert.Contains(folder, Floors);
        }
    }

    [Fact]
    public void No_file_reaches_up_a_floor() =>
        Assert.Empty(from source in Sources()
                     let floor = Array.IndexOf(Floors, FloorOf(source.Text))
                     from used in UsingsOf(source.Text)
                     where Array.IndexOf(Floors, used) > floor
                     select $"{Path.GetFileName(source.Path)} on {Floors[floor]} uses {used}");

    [Fact]
    public void No_floor_uses_what_it_must_not_know() =>
        Assert.Empty(from source in Sources()
                     from ban in Bans
                     where Regex.IsMatch(FloorOf(source.Text), ban.Floor)
                     from used in UsingsOf(source.Text)
                     where Regex.IsMatch(used, ban.Never)
                     select $"{Path.GetFileName(source.Path)} uses {used}");

    [Fact]
    public void Projects_refer_downwards_only()
    {
        Assert.Empty(References("BackPain.Stats"));
        Assert.Equal(["BackPain.Stats"], References("BackPain.Stats.Data"));
        Assert.Equal(["BackPain.Stats", "BackPain.Stats.Data"], References("BackPain.Stats.Cli"));

        static IEnumerable<string> References(string project) =>
            ProjectReference().Matches(File.ReadAllText(Repository.PathOf($"src/{project}/{project}.csproj"))).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void No_file_is_long() =>
        Assert.Empty(Sources().Where(source => source.Text.Count(character => character == '\n') > 200).Select(source => Path.GetFileName(source.Path)));

    [Fact]
    public void No_line_is_long() =>
        Assert.Empty(from source in Sources()
                     from line in source.Text.Split('\n').Index()
                     where line.Item.Length > LongestLine
                     select $"{InSource(source.Path)}:{line.Index + 1} has {line.Item.Length} characters");

    [Fact]
    public void No_folder_is_crowded() =>
        Assert.Empty(from source in Sources()
                     group source by Path.GetDirectoryName(InSource(source.Path))!.Replace(Path.DirectorySeparatorChar, '/') into folder
                     where folder.Count() > MostFilesInFolder
                     select $"{folder.Key} has {folder.Count()} files");

    [Fact]
    public void Every_code_of_a_note_is_in_the_catalogue()
    {
        // One warning has the name of the oddity that 'check' lists.
        var given = Sources().SelectMany(source => NoteCode().Matches(source.Text)).Select(match => match.Groups[1].Value).Append(ProblemCodes.ContradictoryRecall.Name);
        Assert.Equal(NoteCodes.All.Select(code => code.Name).Order(StringComparer.Ordinal), given.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_command_line_names_options() =>
        Assert.Empty(from source in Sources()
                     where !FloorOf(source.Text).StartsWith("BackPain.Stats.Cli", StringComparison.Ordinal)
                     from option in OptionName().Matches(source.Text)
                     select $"{InSource(source.Path)} names {option.Value}");

    [Fact]
    public void No_branch_of_a_conditional_forgets_its_settings() =>
        Assert.Empty(from source in Sources()
                     from statement in source.Text.Split(";\n")
                     where Branch().IsMatch(statement) && !statement.Contains("(Wording)", StringComparison.Ordinal)
                     select $"{InSource(source.Path)}: {statement.Trim()}");

    private static IEnumerable<(string Path, string Text)> Sources() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));

    private static string InSource(string path) => Path.GetRelativePath(Repository.PathOf("src"), path);

    private static string FloorOf(string text) => Namespace().Match(text).Groups[1].Value;

    private static IEnumerable<string> UsingsOf(string text) => Using().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?:new Note|Note \w+ = new)\(\s*""([^""]+)""")]
    private static partial Regex NoteCode();

    // Interpolated strings are wordings where one is expected, but not as branches.
    [GeneratedRegex(@"[?:] \$""[^""]*\{Settings\.|\bswitch\b[\s\S]*\{Settings\.")]
    private static partial Regex Branch();

    // Code has two hyphens only behind what it decrements.
    [GeneratedRegex(@"(?<![\w)\]-])--[a-z{][a-z-]*")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?([\w.]+)\.csproj""")]
    private static partial Regex ProjectReference();
}
