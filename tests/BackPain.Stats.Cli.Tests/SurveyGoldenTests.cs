using System.Globalization;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>Estimates of sampling designs, from the command line to the columns of the result, against R's survey package (tests/golden/README.md).</summary>
public class SurveyGoldenTests
{
    // R and the second witness agree to 3e-14; three more digits are left for libraries of other machines.
    private const double Tolerance = 1e-11;

    private static readonly string[] Figures = ["estimate", "se", "df", "deff", "n_eff", "weighted_n", "lower", "upper"];

    public static TheoryData<string> DataFiles => [.. Golden.Rows("survey-r.csv").Select(row => row["data"]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void Every_row_is_that_of_R(string data)
    {
        var compared = 0;
        foreach (var run in Golden.Rows("survey-r.csv").Where(row => row["data"] == data).GroupBy(row => (Options: row["options"], Level: row["level"])))
        {
            var result = Run(data, run.Key.Options, run.Key.Level);
            foreach (var expected in run)
            {
                var row = result.Single(row => Matches(row, expected));
                Assert.Equal((expected["cases"], expected["n"]), (row["cases"], row["n"]));
                foreach (var figure in Figures)
                    Compare(row, expected, figure);
                compared++;
            }
        }
        Assert.True(compared > 20);
    }

    [Theory]
    [InlineData("lonely.csv", "--point y --weight w --strata stratum --psu psu", "--lonely-psu adjust --by g --by h")]
    [InlineData("elements.csv", "--point y --weight w --strata stratum --fpc N", "")]
    [InlineData("weights.csv", "--point y --weight w", "")]
    [InlineData("apiclus1.csv", "--point sch_wide=Yes/No --psu dnum --fpc fpc", "")]
    [InlineData("apiclus2.csv", "--point awards=Yes/No --weight pw --psu dnum --ssu snum --fpc fpc1,fpc2", "--by comp_imp")]
    [InlineData("twostage.csv", "--point y --weight w --strata stratum --psu psu --fpc f1,fp", "--by g")]
    [InlineData("twostage.csv", "--point y --strata stratum --psu psu --ssu ssu --fpc N,M", "--by g --by h")]
    [InlineData("twostage-lonely.csv", "--point y --weight w --strata stratum --psu psu --ssu ssu --fpc N,M", "--lonely-psu adjust --by g --by h")]
    [InlineData("replicates-jk1.csv", "--point sch_wide=Yes/No --weight w --replicates rw* --replicate-type jk1", "--replicate-centre mean")]
    public void Sums_that_were_saved_give_what_the_rows_give(string data, string design, string more)
    {
        var folder = Directory.CreateTempSubdirectory("backpain-");
        var sums = Path.Combine(folder.FullName, "sums.csv");
        var (path, by) = (Repository.PathOf($"tests/golden/surveys/{data}"), more.Split(' ').SkipWhile(word => word != "--by").ToArray());
        Assert.Equal("", BuiltProgram.Run(["tabulate", path, .. design.Split(' '), .. by, "-o", sums], folder.FullName).Error);
        string[] options = [.. more.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--format", "csv", "--method", "all", "--standard", "nchs"];
        var (fromRows, fromSums) = (BuiltProgram.Run(["prevalence", path, .. design.Split(' '), .. options], folder.FullName), BuiltProgram.Run(["prevalence", sums, .. options], folder.FullName));
        Assert.Equal(ExitCode.Done, fromSums.ExitCode);
        // A saved sum is one double, so the last digit may be another.
        var (rows, sumRows) = (fromRows.Output.Split(',', '\n'), fromSums.Output.Split(',', '\n'));
        Assert.Equal(rows.Length, sumRows.Length);
        Assert.All(rows.Zip(sumRows), pair => Assert.True(pair.First == pair.Second || Golden.Error(Number(pair.Second), Number(pair.First)) < 1e-12, $"{pair}"));
        folder.Delete(recursive: true);
    }

    private static void Compare(Dictionary<string, string> row, IReadOnlyDictionary<string, string> expected, string figure)
    {
        var (found, where) = (row[figure == "estimate" ? "prevalence" : figure], $"{expected["data"]} {expected["options"]} {expected["row"]} {expected["method"]}: {figure}");
        var isEdge = expected["estimate"] is "0" or "1";
        // Where all of a domain is in one PSU, R has 3e-17 for the error and the estimate for both limits, or in two stages the error inside that PSU; here there is none.
        var hasNoVariance = expected["witness"].Contains("R gives SE 0", StringComparison.Ordinal) || expected["witness"].Contains("R gives the SE inside one PSU", StringComparison.Ordinal);
        if (hasNoVariance && !isEdge && row["notes"] != "census")
        {
            Assert.True(figure is "estimate" or "df" or "weighted_n" || found.Length == 0, where);
            Assert.Equal("no-variance", row["notes"]);
        }
        else if (expected[figure].Length == 0 && figure != "n_eff" && row["notes"] != "census")
        {
            Assert.True(found.Length == 0, where);
        }
        else if (expected[figure].Length > 0 && expected[figure] != "inf" && !(isEdge && figure == "se"))
        {
            Assert.True(found.Length > 0, where);
            var error = Golden.Error(Number(found), Number(expected[figure]));
            Assert.True(error <= Tolerance, $"{where}: {found} is not {expected[figure]}, {error:G2} away");
        }
    }

    private static bool Matches(Dictionary<string, string> row, IReadOnlyDictionary<string, string> expected)
    {
        var strata = expected["row"] == "overall" ? [] : expected["row"].Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return row["method"] == expected["method"] && row.Keys.TakeWhile(column => column != "cases").Skip(3).All(column => row[column] == strata.GetValueOrDefault(column, ""));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Run(string data, string options, string level)
    {
        var folder = Repository.PathOf("tests/golden/surveys");
        var words = options.Split(' ').Select(word => word.Replace(';', ',')).Select(word => word.EndsWith("-scales.csv", StringComparison.Ordinal) ? Path.Combine(folder, word) : word);
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = App.Run(["prevalence", Path.Combine(folder, data), .. words, .. options.Contains("--level", StringComparison.Ordinal) ? [] : new[] { "--level", level }, "--format", "csv"], new Streams(output, error, 0, false), CancellationToken.None);
        Assert.True(code == ExitCode.Done, $"{data} {options}: {error}");
        var lines = System.Text.Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }
}
