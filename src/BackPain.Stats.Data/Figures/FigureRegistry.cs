using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Sources;

namespace BackPain.Stats.Data.Figures;

/// <summary>A CSV file of cited figures, the bundled one or somebody's own.</summary>
public static class FigureRegistry
{
    /// <summary>The name of the bundled registry.</summary>
    public const string Bundled = "cited-figures";

    private const string Separator = " ; ";
    private static readonly string[] Columns = ["id", "claim", "cited", "population", "citation", "locator", "verification", "verdict", "calculation", "lesson", "command", "rows", "prints", "order"];
    private static readonly string[] Verdicts = ["reproduced", "consistent", "quoted", "inconsistent", "contradicted"];

    /// <summary>Reads a registry.</summary>
    /// <param name="name">A file, or the name of the bundled one.</param>
    /// <exception cref="DataException">It is not a registry.</exception>
    /// <exception cref="UnreachableInputException">It cannot be opened.</exception>
    public static IReadOnlyList<CitedFigure> Read(string name)
    {
        var log = new ProblemLog();
        var figures = new List<CitedFigure>();
        var file = InputFile.Find(name);
        using var stream = file.Open();
        using var table = new CsvTable(file, stream, new CsvDialect(), log);
        log.ThrowIfErrors();
        var places = Columns.ToDictionary(column => column, table.Find, StringComparer.Ordinal);
        log.ThrowIfErrors();
        while (table.Read())
        {
            if (FigureAt(table, places, log) is { } figure && IsNew(figure, figures, table, log))
                figures.Add(figure);
        }
        log.ThrowIfErrors();
        return figures;
    }

    private static bool IsNew(CitedFigure figure, List<CitedFigure> before, CsvTable row, ProblemLog log)
    {
        if (!before.Exists(other => other.Id == figure.Id))
            return true;
        log.Add(new Problem(row.File, row.Line, ProblemCodes.BadRegistry, $"found figure '{figure.Id}' again", "expected each once"));
        return false;
    }

    private static CitedFigure? FigureAt(CsvTable row, Dictionary<string, int> places, ProblemLog log)
    {
        var verdict = Text("verdict");
        if (!Verdicts.Contains(verdict))
            return Refuse($"found verdict '{verdict}'", $"expected one of {string.Join(", ", Verdicts)}");
        var order = Text("order") switch { "" => 0, "rising" => 1, "falling" => -1, _ => (int?)null };
        if (order is null)
            return Refuse($"found order '{Text("order")}'", "expected rising, falling or nothing");
        var (commands, rows, prints) = (List("command"), List("rows"), List("prints"));
        if (rows.Length != prints.Length || (commands.Length != rows.Length && commands.Length != 1 && rows.Length > 0) || (rows.Length == 0 && commands.Length > 0))
            return Refuse($"found {commands.Length} commands, {rows.Length} rows and {prints.Length} results", "expected a row and a result for each command, or for the only one");
        return new CitedFigure
        {
            Id = Text("id"),
            Claim = Text("claim"),
            Cited = Text("cited"),
            Population = Text("population"),
            Citation = Text("citation"),
            Locator = Text("locator"),
            Verification = Text("verification"),
            Verdict = verdict,
            Calculation = Text("calculation"),
            Lesson = Text("lesson"),
            Computations = [.. rows.Select((which, i) => new Computation(commands[commands.Length == 1 ? 0 : i], which, prints[i]))],
            Order = order.Value,
        };

        string Text(string column) => CsvTable.Shown(row[places[column]]);

        string[] List(string column) => Text(column) is { Length: > 0 } text ? text.Split(Separator, StringSplitOptions.TrimEntries) : [];

        CitedFigure? Refuse(string found, string expected)
        {
            log.Add(new Problem(row.File, row.Line, ProblemCodes.BadRegistry, found, expected));
            return null;
        }
    }
}
