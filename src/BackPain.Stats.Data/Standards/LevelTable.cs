using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Standards;

/// <summary>A small file whose rows are the groups of a population: columns of levels, and columns of numbers.</summary>
/// <param name="name">The file, as the user named it.</param>
/// <param name="folder">The folder to which its name is relative; null for the current folder of the process.</param>
/// <param name="dialect">How it is written.</param>
internal sealed class LevelTable(string name, string? folder, CsvDialect dialect)
{
    private readonly ProblemLog log = new();

    /// <summary>Reads all rows; all problems of the file are reported together.</summary>
    /// <param name="levelColumns">The columns of levels.</param>
    /// <param name="numberColumns">Returns the names of the columns of numbers, given the header.</param>
    /// <param name="objection">Returns what is wrong with the numbers of a row, as "found …" and "expected …"; null if nothing is.</param>
    /// <exception cref="DataException">The file cannot be used.</exception>
    /// <exception cref="UnreachableInputException">The file cannot be opened.</exception>
    public IReadOnlyList<(IReadOnlyList<string> Levels, double[] Numbers)> Read(
        IReadOnlyList<string> levelColumns,
        Func<IReadOnlyList<string>, IReadOnlyList<string>> numberColumns,
        Func<double[], (string Found, string Expected)?> objection)
    {
        var path = InputFile.PathIn(folder, name);
        if (!File.Exists(path))
            throw new UnreachableInputException($"{name}: there is no such file.");
        var file = new InputFile(name, path);
        using var table = file.OpenRows(dialect, fingerprint: false, log);
        log.ThrowIfErrors();
        var levels = levelColumns.Select(table.Find).ToArray();
        var names = numberColumns(table.Header);
        var numbers = names.Select(table.Find).ToArray();
        log.ThrowIfErrors();
        var groups = new List<(IReadOnlyList<string> Levels, double[] Numbers)>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (table.Read())
        {
            IReadOnlyList<string> own = [.. levels.Select(column => TextOf(table, column))];
            var values = Array.ConvertAll(numbers, column => NumberOf(table, column));
            if (own.Contains("") || Array.Exists(values, double.IsNaN))
                continue;
            if (objection(values) is { } wrong)
                log.Add(new Problem(name, table.Line, ProblemCodes.BadStandard, wrong.Found, wrong.Expected));
            else if (!lines.TryAdd(QuotedName.Join(own), table.Line))
                log.Add(new Problem(
                    name,
                    table.Line,
                    ProblemCodes.BadStandard,
                    $"found the group {string.Join(", ", own)} again",
                    $"expected each group once; it is on line {lines[QuotedName.Join(own)]}"));
            else
                groups.Add((own, values));
        }
        if (log.Errors == 0 && groups.Count == 0)
            log.Add(new Problem(name, 1, ProblemCodes.NoRows, "found a header and no rows", "expected a row for each group"));
        log.ThrowIfErrors();
        return groups;
    }

    /// <summary>Reports a problem of the file as a whole.</summary>
    /// <exception cref="DataException">Always.</exception>
    public void Refuse(string found, Wording expected)
    {
        log.Add(new Problem(name, 1, ProblemCodes.BadStandard, found, expected));
        log.ThrowIfErrors();
    }

    private string TextOf(DataRows table, int column)
    {
        var text = DataRows.Shown(table[column]);
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
            table.TellUndecodable(column);
        if (text.Length == 0)
            log.Add(new Problem(
                name, table.Line, ProblemCodes.BadStandard, $"found nothing in column '{table.Header[column]}'", "expected a level"));
        return NumberText.CodeOf(text);
    }

    private double NumberOf(DataRows table, int column)
    {
        if (Numbers.TryParse(table[column], table.DecimalComma, out var number))
            return number;
        var text = DataRows.Shown(table[column]);
        log.Add(new Problem(
            name,
            table.Line,
            ProblemCodes.NotANumber,
            $"found '{text}' in column '{table.Header[column]}'",
            "expected a number")
        { Column = table.Header[column] });
        return double.NaN;
    }
}
