using System.Globalization;
using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Standards;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Designs;
using BackPain.Stats.Populations;
using BackPain.Stats.Standardization;
using BackPain.Stats.Statistics;
using BackPain.Stats.Surveys;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Standardized prevalences and totals of sampling designs, from the command line to the columns, against R's survey package (tests/golden/README.md).</summary>
public partial class StandardizedGoldenTests
{
    // R and the second witness agree to 4e-15; the other digits are left for libraries of other machines.
    private const double Tolerance = 1e-11;

    private static readonly string Folder = Repository.PathOf("tests/golden/surveys");

    private static readonly (string Witness, string Own)[] Figures =
    [
        ("crude", "crude"), ("estimate", "prevalence"), ("se", "se"), ("df", "df"), ("lower", "lower"), ("upper", "upper"),
        ("total", "total"), ("total_se", "total_se"), ("total_lower", "total_lower"), ("total_upper", "total_upper"),
    ];

    public static TheoryData<string> DataFiles => [.. Golden.Rows("standardized-r.csv").Select(row => row["data"]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void Every_row_is_that_of_R(string data)
    {
        var compared = 0;
        foreach (var run in Golden.Rows("standardized-r.csv")
            .Where(row => row["data"] == data && row["kind"] is "direct" or "indirect" or "total")
            .GroupBy(row => (Kind: row["kind"], Options: row["options"])))
        {
            var rows = Run(run.Key.Kind == "total" ? "prevalence" : "standardize", data, run.Key.Options);
            foreach (var expected in run)
            {
                var row = rows.Single(found => Matches(found, expected));
                Assert.Equal((expected["cases"], expected["n"]), (row["cases"], row["n"]));
                foreach (var (witness, own) in Figures.Where(figure => expected[figure.Witness].Length > 0))
                    Same(row[own], expected[witness], $"{data} {run.Key.Options} {expected["row"]}: {own}");
                foreach (var (_, own) in Figures.Where(figure => figure.Own.StartsWith("total_", StringComparison.Ordinal) && expected["total"].Length > 0 && expected[figure.Witness].Length == 0))
                    Assert.Equal("", row[own]);
                compared++;
            }
        }
        Assert.True(compared >= 2);
    }

    [Fact]
    public void Differences_and_log_ratios_of_standardized_prevalences_are_those_of_R()
    {
        var compared = 0;
        foreach (var expected in Golden.Rows("standardized-r.csv").Where(row => row["kind"] is "difference" or "log-ratio"))
        {
            var answer = Answer(expected["data"], expected["options"]);
            var groups = expected["row"].Split(';').Select(group => answer.Estimates.Single(estimate =>
                estimate.Stratum is [var only] && $"{only.Column}={only.Level}" == group)).Select(estimate => estimate.Direct!.Statistic!).ToList();
            var statistic = expected["kind"] == "difference" ? DeltaRule.Difference(groups[0], groups[1]) : DeltaRule.LogRatio(groups[0], groups[1]);
            var where = $"{expected["kind"]} {expected["data"]}";
            Same(Text(statistic.Value), expected["estimate"], where);
            Same(Text(Math.Sqrt(answer.Design!.Variance.Variance(statistic))), expected["se"], where);
            Same(Text(DegreesOfFreedomRule.OfDomain.ApplyTo(statistic, answer.Design.Variance)!.Value), expected["df"], where);
            compared++;
        }
        Assert.True(compared >= 8);
    }

    private static StandardizedAnswer Answer(string data, string options)
    {
        var words = options.Replace(';', ',').Split(' ');
        string? Word(string name) => words.SkipWhile(word => word != name).Skip(1).FirstOrDefault();
        var outcome = Word("--point")!.Split('=');
        var over = Word("--over")!.Split(',');
        var by = Word("--by")!;
        ReplicateType? type = null;
        if (Word("--replicate-type") is { } name)
            Assert.True(ReplicateType.TryParse(name, out type));
        var request = new StudyRequest
        {
            Outcomes = [new CaseDefinition(outcome[0], RecallPeriod.Point, outcome.Length == 1 ? null : OutcomeCodes.Of([outcome[1].Split('/')[0]], [outcome[1].Split('/')[1]]))],
            Stratifications = [new Stratification(over), new Stratification([by, .. over])],
            Design = new DesignColumns
            {
                Weight = Word("--weight"),
                Strata = Word("--strata"),
                Psu = Word("--psu"),
                Ssu = Word("--ssu"),
                Fpc = Word("--fpc")?.Split(',')[0],
                SecondFpc = Word("--fpc")?.Split(',').Skip(1).FirstOrDefault(),
                Replicates = type is null ? null : new ReplicateColumns(Word("--replicates")!, type, Word("--replicate-scales") is { } scales ? new ReplicateScales(scales, []) : null),
            },
            Folder = Folder,
        };
        var study = new StudyReader(request, new ProblemLog()).Read([data]);
        var standard = PopulationFile.Standard(Word("--standard-population")!, Folder, over, new CsvDialect());
        return StandardizedAnswer.To(
            new StandardizationQuestion
            {
                Target = new DirectStandardization(standard),
                Over = over,
                Limits = [.. over.Select(_ => DataLimits.None)],
                Stratifications = [new Stratification(by)],
            },
            study.Tabulation);
    }

    private static List<Dictionary<string, string>> Run(string command, string data, string options)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var words = options.Split(' ').Select(word => word.Replace(';', ','))
            .Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(Folder, word) : word);
        var code = App.Run([command, Path.Combine(Folder, data), .. words, "--format", "csv"], new Streams(output, error, 0, false), CancellationToken.None);
        Assert.True(code == ExitCode.Done, $"{data} {options}: {error}");
        var lines = System.Text.Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => Cell().Matches(line).Select(cell => cell.Groups[1].Value.Trim('"')).ToArray()).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static bool Matches(Dictionary<string, string> row, IReadOnlyDictionary<string, string> expected)
    {
        var strata = expected["row"] == "overall" ? [] : expected["row"].Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return (expected["method"].Length == 0 || row["method"] == expected["method"])
            && row.Keys.TakeWhile(column => column != "cases").Skip(3).All(column => row[column] == strata.GetValueOrDefault(column, ""));
    }

    private static void Same(string found, string witness, string where)
    {
        Assert.True(found.Length > 0, $"{where}: nothing, and not {witness}");
        var error = Golden.Error(double.Parse(found, CultureInfo.InvariantCulture), double.Parse(witness, CultureInfo.InvariantCulture));
        Assert.True(error <= Tolerance, $"{where}: {found} is not {witness}, {error:G2} away");
    }

    // The value of --over holds a comma where there are two columns.
    [GeneratedRegex("(?:^|,)(\"[^\"]*\"|[^,]*)")]
    private static partial Regex Cell();

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
