using System.Globalization;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Comparisons under sampling designs, from the command line to the columns of the result, against R's survey package (tests/golden/README.md).</summary>
public class ComparisonGoldenTests
{
    private const double Tolerance = 1e-9;

    private static readonly string[] Figures = ["estimate", "lower", "upper", "se", "df1", "df", "statistic", "p"];

    public static TheoryData<string> Runs => [.. Golden.Rows("design-comparisons-r.csv").Select(row => $"{row["data"]} {row["options"]}").Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_row_is_that_of_R(string run)
    {
        var expected = Golden.Rows("design-comparisons-r.csv").Where(row => $"{row["data"]} {row["options"]}" == run).ToList();
        var found = Run(expected[0]["data"], expected[0]["options"]);
        Assert.Equal(expected.Count, found.Count);
        foreach (var row in expected)
        {
            var one = found.Single(other => new[] { "measure", "group", "reference", "method" }.All(key => other[key] == row[key]));
            Assert.All(Figures, figure => Assert.True(IsNear(one[figure], row[figure]), $"{run}, {row["measure"]} {row["group"]}: {figure} is {one[figure]}, R has {row[figure]}"));
        }
    }

    private static bool IsNear(string found, string expected) =>
        found == expected || (found.Length > 0 && expected.Length > 0 && Golden.Error(Number(found), Number(expected)) <= Tolerance);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Run(string data, string options)
    {
        var folder = Repository.PathOf("tests/golden/surveys");
        var words = options.Replace(';', ',').Split(' ').Select(word => word.EndsWith("-scales.csv", StringComparison.Ordinal) ? Path.Combine(folder, word) : word);
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = App.Run(["compare", Path.Combine(folder, data), .. words, "--test", "rao-scott,rao-scott-1,wald", "--format", "csv"], new Streams(output, error, 0, false), CancellationToken.None);
        Assert.True(code == ExitCode.Done, $"{data} {options}: {error}");
        var lines = System.Text.Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }
}
