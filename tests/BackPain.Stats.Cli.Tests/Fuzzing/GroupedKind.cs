using System.Globalization;
using System.Text;
using System.Text.Json;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>Rows that are strata, with cases and persons: the counts add up, wherever the rows stand; a wrong count or a repeated row is refused.</summary>
internal sealed class GroupedKind : FuzzedKind
{
    private static readonly string[] Columns = ["group", "age", "recall", "cases", "persons"];
    private static readonly string[] Groups = ["f", "m", "a,b", "say \"x\"", "line\nbreak", "Köln", "日本語", "", "NA"];
    private static readonly (string Text, string Type, string Iso)[] Recalls = [("point", "point", ""), ("3m", "period", "P3M"), ("1y", "period", "P1Y"), ("lifetime", "lifetime", ""), ("", "", "")];
    private static readonly string[] WrongCounts = ["", "NA", "x", "-1", "1.5", "1e13", "1 000", "0x10", "١", "NaN", "Infinity", "1e400", "5-6"];

    private sealed record Stratum(string Group, int? Age, int Recall, long Cases, long Persons);

    /// <inheritdoc/>
    public override string? Difference(int seed, Random random, string folder)
    {
        var strata = Enumerable.Range(0, random.Next(1, 40)).Select(_ => (Group: random.Next(Groups.Length), Age: random.Next(6) == 0 ? -1 : random.Next(100), Recall: random.Next(Recalls.Length))).Distinct()
            .Select(key => (Key: key, Persons: random.Next(4) == 0 ? random.NextInt64(1_000_000_000_000) : random.Next(200)))
            .Select(row => new Stratum(Groups[row.Key.Group], row.Key.Age < 0 ? null : row.Key.Age, row.Key.Recall, random.NextInt64(row.Persons + 1), row.Persons)).ToList();
        var rows = strata.ConvertAll(stratum => RowOf(stratum, random));
        string[] options = ["--cases", "cases", "--persons", "persons", "--recall-column", "recall", "--by", "group", "--by", "age", "--bands", "age=20,40,60"];
        var bytes = Encoding.UTF8.GetBytes(FuzzedText.Of([Columns, .. rows], random));
        var whole = FuzzedRun.Of([Write(folder, "whole.csv", bytes)], options);
        if (whole.ExitCode != ExitCode.Done)
            return strata.TrueForAll(stratum => stratum.Recall == Recalls.Length - 1) ? null : whole.Error;
        return whole.Estimates.Select(row => OfRow(row, strata)).FirstOrDefault(difference => difference is not null)
            ?? OfTotal(whole, strata)
            ?? OfSharedOut(whole, Columns, rows, options, random, folder)
            ?? OfWrong(rows, options, random, folder)
            ?? OfDamaged(bytes, options, random, folder);
    }

    private static IReadOnlyList<string> RowOf(Stratum stratum, Random random) =>
        [stratum.Group, stratum.Age is { } age ? age.ToString(CultureInfo.InvariantCulture) : ".", Recalls[stratum.Recall].Text, Count(stratum.Cases, random), Count(stratum.Persons, random)];

    private static string Count(long count, Random random) => count.ToString(CultureInfo.InvariantCulture) + (random.Next(10) == 0 ? ".0" : "");

    private static string? OfRow(JsonElement row, List<Stratum> strata)
    {
        var levels = row.GetProperty("strata").EnumerateObject().ToDictionary(level => level.Name, level => level.Value.GetString(), StringComparer.Ordinal);
        var counted = strata.Where(stratum => Recalls[stratum.Recall] is var recall && recall.Type == row.GetProperty("type").GetString() && recall.Iso == row.GetProperty("recall").GetString()
            && levels.All(level => LevelOf(stratum, level.Key) == level.Value)).ToList();
        var (cases, persons) = (counted.Sum(stratum => stratum.Cases), counted.Sum(stratum => stratum.Persons));
        return row.GetProperty("cases").GetInt64() == cases && row.GetProperty("n").GetInt64() == persons ? null : $"{row.GetRawText()}: expected {cases}/{persons}";
    }

    /// <summary>Nobody of a known recall period is without an overall row.</summary>
    private static string? OfTotal(FuzzedRun run, List<Stratum> strata)
    {
        var shown = run.Estimates.Where(row => !row.GetProperty("strata").EnumerateObject().Any()).Sum(row => row.GetProperty("n").GetInt64());
        var expected = strata.Where(stratum => Recalls[stratum.Recall].Type.Length > 0).Sum(stratum => stratum.Persons);
        return shown == expected ? null : $"{shown} persons in all, expected {expected}";
    }

    private static string? OfWrong(List<IReadOnlyList<string>> rows, string[] options, Random random, string folder)
    {
        var (at, wrong) = (random.Next(rows.Count), random.Next(3));
        List<IReadOnlyList<string>> changed = [.. rows];
        if (wrong == 0)
            changed.Insert(random.Next(rows.Count + 1), [.. rows[at].Take(3), "0", "7"]);
        else
            changed[at] = [.. rows[at].Take(3), wrong == 1 ? WrongCounts[random.Next(WrongCounts.Length)] : $"{decimal.Parse(rows[at][4], CultureInfo.InvariantCulture) + 1}", rows[at][4]];
        var run = FuzzedRun.Of([Write(folder, "wrong.csv", Encoding.UTF8.GetBytes(FuzzedText.Of([Columns, .. changed], random)))], options);
        return run.ExitCode == ExitCode.Data ? null : $"exit {run.ExitCode} with {string.Join('|', changed.Except(rows).Select(row => string.Join(',', row)))}";
    }

    private static string? LevelOf(Stratum stratum, string column) =>
        column == "age" ? stratum.Age is { } age ? FuzzedSurvey.BandOf(age) : null : stratum.Group is "" or "NA" ? null : stratum.Group;
}
