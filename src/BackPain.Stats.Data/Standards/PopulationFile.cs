using System.Globalization;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Populations;

namespace BackPain.Stats.Data.Standards;

/// <summary>Reads standard populations and reference rates that a user wrote.</summary>
public static class PopulationFile
{
    private const string Weight = "weight";

    // The sum of any number of weights is a number.
    private const double LargestWeight = 1e100;

    /// <summary>Reads a standard population: the columns of levels, and a column <c>weight</c> or the only other one.</summary>
    /// <param name="name">The file, as the user named it.</param>
    /// <param name="folder">The folder to which its name is relative; null for the current folder of the process.</param>
    /// <param name="columns">The columns of levels.</param>
    /// <param name="dialect">How it is written.</param>
    /// <exception cref="DataException">The file cannot be used.</exception>
    /// <exception cref="UnreachableInputException">The file cannot be opened.</exception>
    public static StandardPopulation Standard(string name, string? folder, IReadOnlyList<string> columns, CsvDialect dialect)
    {
        var table = new LevelTable(name, folder, dialect);
        var groups = table.Read(
            columns,
            WeightsIn,
            values => values[0] is > 0 and <= LargestWeight
                ? null
                : (Found(values[0], Weight), "expected a weight above 0 and at most 1e100"));
        RefuseOverlaps(table, columns, [.. groups.Select(group => group.Levels)]);
        return new StandardPopulation(name, "", columns, [.. groups.Select(group => new StandardGroup(group.Levels, group.Numbers[0]))]);

        IReadOnlyList<string> WeightsIn(IReadOnlyList<string> header)
        {
            var others = header.Except(columns, StringComparer.Ordinal).Where(other => other.Length > 0).ToList();
            if (!others.Contains(Weight) && others.Count != 1)
                table.Refuse(
                    others.Count == 0
                        ? "found no column of weights"
                        : $"found {others.Count} columns that may hold weights: {QuotedName.Join(others)}",
                    $"expected a column 'weight', or one column besides those of {Settings.Over}");
            return [others.Contains(Weight) ? Weight : others[0]];
        }
    }

    /// <summary>Reads reference rates: the columns of levels, <c>cases</c> and <c>persons</c>.</summary>
    /// <param name="name">The file, as the user named it.</param>
    /// <param name="folder">The folder to which its name is relative; null for the current folder of the process.</param>
    /// <param name="columns">The columns of levels.</param>
    /// <param name="dialect">How it is written.</param>
    /// <exception cref="DataException">The file cannot be used.</exception>
    /// <exception cref="UnreachableInputException">The file cannot be opened.</exception>
    public static ReferenceRates Rates(string name, string? folder, IReadOnlyList<string> columns, CsvDialect dialect)
    {
        var table = new LevelTable(name, folder, dialect);
        var groups = table.Read(columns, _ => ["cases", "persons"], values =>
            values[1] <= 0 ? (Found(values[1], "persons"), "expected more than 0")
            : values[0] < 0 ? (Found(values[0], "cases"), "expected 0 or more")
            : values[0] > values[1] ? (
                string.Create(CultureInfo.InvariantCulture, $"found {values[0]} cases of {values[1]} persons"),
                "expected no more cases than persons")
            : null);
        RefuseOverlaps(table, columns, [.. groups.Select(group => group.Levels)]);
        return new ReferenceRates(
            name, columns, [.. groups.Select(group => new ReferenceGroup(group.Levels, group.Numbers[0], group.Numbers[1]))]);
    }

    private static string Found(double number, string column) => string.Create(
        CultureInfo.InvariantCulture, $"found {number} in column '{column}'");

    /// <summary>Refuses ranges such as 20-39 and 30-49, since a person would be in both.</summary>
    private static void RefuseOverlaps(LevelTable table, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var ranges = groups.Select(levels => levels[i]).Distinct(StringComparer.Ordinal).Select(NumberRange.Parse).ToList();
            if (ranges.Contains(null))
                continue;
            var sorted = ranges.Select(range => range!.Value).OrderBy(range => range.From).ToList();
            foreach (var (first, second) in sorted.Zip(sorted.Skip(1)).Where(pair => pair.First.Overlaps(pair.Second)).Take(1))
                table.Refuse(
                    $"found the groups {first} and {second} of '{columns[i]}', which overlap",
                    "expected groups that have nothing in common");
        }
    }
}
