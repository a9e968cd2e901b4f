using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Analyses;

/// <summary>The first columns of every analysis that reads data: what was estimated, and of whom.</summary>
internal static class StrataColumns
{
    /// <summary>Prepends <c>type,recall,outcome</c> and a column for each breakdown column to the columns of an analysis.</summary>
    /// <typeparam name="T">The type that a row is made from.</typeparam>
    /// <param name="breakdowns">The breakdowns.</param>
    /// <param name="others">The columns of the analysis.</param>
    /// <param name="outcomeOf">The outcome of a row.</param>
    /// <param name="stratumOf">The stratum of a row.</param>
    public static TableOf<T> OutcomeAnd<T>(
        IEnumerable<Stratification> breakdowns,
        TableOf<T> others,
        Func<T, KeyColumn> outcomeOf,
        Func<T, IReadOnlyList<StratumLevel>> stratumOf)
    {
        var columns = new TableOf<T>()
            .Text("type", row => outcomeOf(row).Recall!.Type, ColumnRole.Outcome)
            .Text("recall", row => outcomeOf(row).Recall!.Iso, ColumnRole.Outcome)
            .Text("outcome", row => outcomeOf(row).Name, ColumnRole.Outcome);
        var names = breakdowns.SelectMany(by => by.Columns).Distinct(StringComparer.Ordinal).ToList();
        var taken = columns.Columns.Concat(others.Columns).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
            columns.Text(
                Unique(name, taken, names),
                row => stratumOf(row).Where(level => level.Column == name).Select(level => level.Level).FirstOrDefault(),
                ColumnRole.Stratum,
                name);
        return columns.With(others);
    }

    /// <summary>The name of a strata column, with a prefix if another column has the same name.</summary>
    private static string Unique(string name, HashSet<string> taken, List<string> strata)
    {
        var unique = name;
        while (taken.Contains(unique) || (unique != name && strata.Contains(unique)))
            unique = $"by:{unique}";
        return unique;
    }
}
