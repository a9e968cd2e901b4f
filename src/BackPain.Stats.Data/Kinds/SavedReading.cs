using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// Reads what a saved tabulation says of the reading of its rows: how codes were compared, and whose visits the rows were.
/// </summary>
internal sealed class SavedReading
{
    private readonly DataRows table;
    private readonly CodedColumns values;
    private readonly ProblemLog log;
    private readonly List<(int Index, string Name)> columns = [];
    private readonly Dictionary<int, CodeComparison> told = [];

    /// <param name="table">The rows.</param>
    /// <param name="values">What takes notice of how codes were compared.</param>
    /// <param name="log">Where problems go.</param>
    public SavedReading(DataRows table, CodedColumns values, ProblemLog log)
    {
        (this.table, this.values, this.log) = (table, values, log);
        for (var index = 0; index < table.Header.Count; index++)
        {
            if (TabulationFormat.ComparedIn(table.Header[index]) is { } name)
                columns.Add((index, name));
        }
        Repeats = table.Header.Select(TabulationFormat.RepeatsIn).FirstOrDefault(name => name is not null);
    }

    /// <summary>The column of the persons of whom the rows were visits; null if a row was a person.</summary>
    public string? Repeats { get; }

    /// <summary>Takes notice of what the row says; false, and a problem, if it contradicts a row before.</summary>
    public bool Read()
    {
        foreach (var (index, name) in columns)
        {
            var text = DataRows.Shown(table[index]);
            if (!TabulationFormat.TryComparison(text, out var how) || (told.TryGetValue(index, out var before) && before != how))
            {
                log.Add(new Problem(
                    table.File, table.Line, ProblemCodes.NotATabulation,
                    $"found '{text}' in column '{table.Header[index]}'",
                    "expected 'numbers' or 'texts', the same in every row",
                    "Write the file with 'backpain tabulate'.")
                {
                    Column = table.Header[index],
                });
                return false;
            }
            if (told.TryAdd(index, how))
                values.Take(name, how);
        }
        return true;
    }
}
