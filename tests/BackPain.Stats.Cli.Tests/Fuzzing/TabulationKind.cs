using System.Text;
using BackPain.Stats.Cli.Terminal;

namespace BackPain.Stats.Cli.Tests.Fuzzing;

/// <summary>Saved sums: they give what the rows give, in any order and, but for the rank of replicate weights, in any number of files; damaged ones have an answer or an error.</summary>
internal sealed class TabulationKind : FuzzedKind
{
    /// <inheritdoc/>
    public override string? Difference(int seed, Random random, string folder)
    {
        var design = (FuzzedDesign)(seed % 3);
        var survey = new FuzzedSurvey(seed, design);
        var path = Write(folder, "rows.csv", Encoding.UTF8.GetBytes(FuzzedText.Of([survey.Columns, .. survey.Persons.Select(person => person.Cells)], random)));
        string[] by = ["--by", "group", .. survey.Options.Contains("--bands") ? ["--by", "age"] : Array.Empty<string>()];
        var (exitCode, sums, error) = FuzzedRun.Raw(["tabulate", path, .. survey.Options]);
        if (exitCode != ExitCode.Done)
            return error;
        var bytes = Encoding.UTF8.GetBytes(sums);
        var fromSums = FuzzedRun.Of([Write(folder, "sums.csv", bytes)], by);
        // The rank of replicate weights within a row of the table is not in the sums, so degrees of freedom may differ there.
        if (design != FuzzedDesign.Replicates && DifferenceOf(fromSums, FuzzedRun.Of([path], survey.Options), "from sums") is { } difference)
            return difference;
        var lines = RowsOf(sums);
        return new NaiveEstimates(survey, design).Difference(fromSums)
            ?? (design == FuzzedDesign.Replicates ? null : OfSharedOut(fromSums, lines[0], lines[1..], by, random, folder))
            ?? OfDamaged(bytes, by, random, folder);
    }

    /// <summary>The fields of what the program writes: quoted where they hold a comma, a quote or a line break.</summary>
    private static List<IReadOnlyList<string>> RowsOf(string csv)
    {
        var (rows, row, field, isQuoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            if (csv[at] == '"' && isQuoted && at + 1 < csv.Length && csv[at + 1] == '"')
                field.Append(csv[at++]);
            else if (csv[at] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || csv[at] is not (',' or '\n'))
                field.Append(csv[at]);
            else
                EndField(csv[at] == '\n');
        }
        return rows;

        void EndField(bool isLast)
        {
            row.Add(field.ToString());
            field.Clear();
            if (!isLast)
                return;
            rows.Add(row);
            row = [];
        }
    }
}
