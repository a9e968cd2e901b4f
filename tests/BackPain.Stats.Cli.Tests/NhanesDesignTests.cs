using System.Globalization;
using System.Text.RegularExpressions;
using BackPain.Stats.Cli.Terminal;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Cli.Tests;

/// <summary>A national survey of 15,332 persons against the results of R's survey 4.1-1 that stand beside its rows.</summary>
public partial class NhanesDesignTests
{
    private const string Outcome = "3m:LBP3M";

    // How the groups of the expected results are asked for: the breakdown, and which weight.
    private static readonly Dictionary<string, string[]> Questions = new(StringComparer.Ordinal)
    {
        ["all"] = [],
        ["cycle"] = ["--by", "CYCLE"],
        ["sex"] = ["--by", "RIAGENDR"],
        ["age"] = ["--by", "RIDAGEYR", "--bands", "RIDAGEYR=20,30,40,50,60,70,80"],
        ["age:male"] = ["--by", "RIDAGEYR", "--bands", "RIDAGEYR=20,30,40,50,60,70,80", "--where", "RIAGENDR=1"],
        ["age:female"] = ["--by", "RIDAGEYR", "--bands", "RIDAGEYR=20,30,40,50,60,70,80", "--where", "RIAGENDR=2"],
        ["smoking"] = ["--by", "SMOKE"],
        ["smoking:male"] = ["--by", "SMOKE", "--where", "RIAGENDR=1"],
        ["smoking:female"] = ["--by", "SMOKE", "--where", "RIAGENDR=2"],
        ["pregnancy (women 20-44, exam)"] = ["--by", "RIDEXPRG", "--where", "RIAGENDR=2", "--where", "RIDAGEYR<=44"],
        ["trimester (pregnant at exam)"] = ["--by", "TRIMESTER", "--where", "RIAGENDR=2", "--where", "RIDAGEYR<=44"],
    };

    [SharedDataFact]
    public void Every_printed_digit_is_that_of_R()
    {
        var file = SharedDataFactAttribute.Nhanes;
        var expected = File.ReadLines(file.Replace(".csv", "_expected.csv", StringComparison.Ordinal)).Select(line => Cell().Matches(line).Select(cell => cell.Value.Trim('"')).ToArray()).ToList();
        var compared = 0;
        foreach (var group in expected.Skip(1).Select(cells => expected[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)).GroupBy(row => row["group"]))
        {
            Assert.True(Questions.TryGetValue(group.Key, out var question), $"nobody asks for '{group.Key}': {string.Join(';', group.Select(row => row["level"]))}");
            var result = BuiltProgram.Run(["prevalence", file, "--period", Outcome, "--weight", group.First()["weight"], "--strata", "SDMVSTRA", "--psu", "SDMVPSU", .. question, "--method", "logit,korn-graubard", "--kg-cap", "none", "--format", "csv"], Repository.Root);
            Assert.True(result.ExitCode == ExitCode.Done, result.Error);
            var lines = result.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
            var rows = lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)).ToList();
            foreach (var row in group)
                compared += Compare(row, rows, question);
        }
        Assert.Equal(expected.Count - 1, compared);
    }

    private static int Compare(Dictionary<string, string> expected, List<Dictionary<string, string>> rows, string[] question)
    {
        var found = rows.Where(row => row["n"] == expected["N"] && row["cases"] == expected["n"]).ToList();
        Assert.True(found.Count >= 2, $"no row of {string.Join(' ', question)} has {expected["n"]}/{expected["N"]}");
        var (logit, exact) = (found.First(row => row["method"] == "logit"), found.First(row => row["method"] == "clopper-pearson"));
        Same(expected, "weighted_pct", 100 * Number(logit["prevalence"]));
        Same(expected, "se_pct", 100 * Number(logit["se"]));
        Same(expected, "logit_lo", 100 * Number(logit["lower"]));
        Same(expected, "logit_hi", 100 * Number(logit["upper"]));
        Same(expected, "kg_lo", 100 * Number(exact["lower"]));
        Same(expected, "kg_hi", 100 * Number(exact["upper"]));
        Same(expected, "df", Number(logit["df"]));
        // R's svymean(deff=TRUE) compares with a sample without replacement, of variance p q/(n − 1)·(1 − n/N); here deff is V/(p q/n).
        var (n, population) = (Number(logit["n"]), Number(logit["weighted_n"]));
        Same(expected, "deff", Number(logit["deff"]) * (n - 1) / n / (1 - (n / population)));
        Same(expected, "crude_pct", 100 * Number(logit["cases"]) / n);
        return 1;
    }

    private static void Same(Dictionary<string, string> expected, string column, double value)
    {
        var text = expected[column];
        var digits = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        // The file leaves out zeros at the end: four decimals are what it was printed with.
        var half = 0.5000001 * Math.Pow(10, -Math.Max(4, digits));
        Assert.True(Math.Abs(value - Number(text)) <= half, $"{expected["group"]} {expected["level"]} {column}: {value} is not {text}");
    }

    [GeneratedRegex("\"[^\"]*\"|[^,]+")]
    private static partial Regex Cell();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
