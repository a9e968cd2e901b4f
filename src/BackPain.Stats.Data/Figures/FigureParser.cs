using System.Text.RegularExpressions;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Figures;

/// <summary>Reads the rows of a registry, and says of each all that is wrong with it.</summary>
internal sealed partial class FigureParser
{
    private const string Separator = " ; ";
    private static readonly string[] Columns =
    [
        "id", "claim", "cited", "population", "citation", "locator", "verification", "verdict", "calculation", "lesson",
        "command", "rows", "prints", "order",
    ];
    private static readonly string[] Verifications = ["read", "second-hand", "derived"];

    private readonly DataRows table;
    private readonly ProblemLog log;
    private readonly Dictionary<string, int> places;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <param name="table">The registry.</param>
    /// <param name="log">Where problems go.</param>
    public FigureParser(DataRows table, ProblemLog log)
    {
        (this.table, this.log) = (table, log);
        places = Columns.ToDictionary(column => column, table.Find, StringComparer.Ordinal);
    }

    /// <summary>The figure of the row; nothing, and problems, where it is not one.</summary>
    public CitedFigure? Figure()
    {
        var errorsBefore = log.Errors;
        foreach (var column in Columns.Take(5).Where(column => Text(column).Length == 0))
            Refuse(column, "found nothing", "expected a text");
        if (!ids.Add(Text("id")))
            Refuse("id", $"found figure '{Text("id")}' again", "expected each once");
        OneOf("verification", Verifications);
        var verdicts = Verdicts();
        var (commands, rows, prints) = (List("command"), List("rows"), List("prints"));
        foreach (var result in prints.Where(result => !Result().IsMatch(result)))
            Refuse("prints", $"found '{result}'", "expected digits such as 25.6, or 25.6 (23.6-27.5)");
        foreach (var command in commands.Where(command => !Runnable().IsMatch(command)))
        {
            Refuse(
                "command",
                $"found '{command}'",
                $"expected 'prevalence …' or 'methods … {Settings.Cases} X {Settings.Persons} N', "
                + $"without options that only change how a result is shown");
        }
        if (rows.Length != prints.Length
            || commands.Length == 0 != (rows.Length == 0)
            || (commands.Length > 1 && commands.Length != rows.Length))
        {
            Refuse(
                "command",
                $"found {commands.Length} commands, {rows.Length} rows and {prints.Length} results",
                "expected a row and a result for each command, or for the only one");
        }
        if (rows.Length == 0 && verdicts.Find(verdict => verdict.IsComputed) is { } computed)
            Refuse("command", "found nothing", $"expected how a figure that is {computed} is computed");
        var order = Text("order") switch { "" => 0, "rising" => 1, "falling" => -1, _ => 2 };
        if (order == 2 || (order != 0 && rows.Length < 2))
            Refuse("order", $"found '{Text("order")}'", "expected rising or falling, of two results or more, or nothing");
        return log.Errors > errorsBefore ? null : new CitedFigure
        {
            Line = table.Line,
            Id = Text("id"),
            Claim = Text("claim"),
            Cited = Text("cited"),
            Population = Text("population"),
            Citation = Text("citation"),
            Locator = Text("locator"),
            Verification = Text("verification"),
            Verdicts = verdicts,
            Calculation = Text("calculation"),
            Lesson = Text("lesson"),
            Computations =
            [
                .. rows.Select((which, i) =>
                    new Computation(commands[commands.Length == 1 ? 0 : i], which, prints[i].Replace('-', '–'))),
            ],
            Order = order,
        };
    }

    /// <summary>One for the figure, or one for each of its sources.</summary>
    private List<Verdict> Verdicts()
    {
        var (names, sources) = (List("verdict"), Text("citation").Split(CitedFigure.SourceSeparator).Length);
        var known = names.Select(Verdict.Find).OfType<Verdict>().ToList();
        if (names.Length == 0 || known.Count < names.Length)
            Refuse("verdict", $"found '{Text("verdict")}'", $"expected one of {string.Join(", ", Verdict.All)}");
        else if (names.Length > 1 && names.Length != sources)
        {
            Refuse(
                "verdict",
                $"found {names.Length} verdicts on {sources} {(sources == 1 ? "source" : "sources")}",
                "expected one verdict, or one for each source of the citation");
        }
        return known;
    }

    private void OneOf(string column, string[] allowed)
    {
        if (!allowed.Contains(Text(column)))
            Refuse(column, $"found '{Text(column)}'", $"expected one of {string.Join(", ", allowed)}");
    }

    private string Text(string column) => DataRows.Shown(table[places[column]]);

    private string[] List(string column) =>
        Text(column) is { Length: > 0 } text ? text.Split(Separator, StringSplitOptions.TrimEntries) : [];

    private void Refuse(string column, string found, Wording expected) =>
        log.Add(new Problem(table.File, table.Line, ProblemCodes.BadRegistry, $"{found} in column '{column}'", expected));

    [GeneratedRegex(@"^\d+(\.\d+)?( \(\d+(\.\d+)?[-–]\d+(\.\d+)?\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Result();

    /// <summary>A command that gives a proportion, and no option that is not about which.</summary>
    [GeneratedRegex(
        @"^(prevalence|methods)\s(?!.*\s(-o|--(output|format|digits|per|quiet|no-color|explain|coverage|help|version))\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Runnable();
}
