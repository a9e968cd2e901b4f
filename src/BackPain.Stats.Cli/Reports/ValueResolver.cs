using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Tables;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Finds what a value in a sentence names.</summary>
/// <param name="results">The results of the blocks.</param>
internal sealed class ValueResolver(IReadOnlyList<NumberedResult> results)
{
    private const string Interval = "interval";
    private const string Limits = "limits";
    private const string Fraction = "fraction";
    private const string TableName = "table";
    private const string FigureName = "figure";

    private static readonly string[] Known = ["id", "row", "field", "digits"];

    /// <summary>Finds the text of a value, or says what is wrong with it.</summary>
    public Complaint? Resolve(InlineValue value)
    {
        if (!value.IsComplete)
            return new Complaint("found a value without its closing brace", "expected {backpain id=… row=\"…\" field=…}");
        if (!Attributes.TryParse(value.Source, Known, out var attributes, out var problem))
            return problem;
        if (attributes["id"] is not { } id || attributes["field"] is not { } field)
            return new Complaint($"found {{backpain {value.Source.Trim()}}}", "expected an id and a field, as in {backpain id=… row=\"…\" field=prevalence}");
        if (results.FirstOrDefault(result => result.Block.Id == id) is not { } named)
            return new Complaint($"found no block with id={id}", $"expected one of {string.Join(", ", results.Where(result => result.Block.Id is not null).Select(result => result.Block.Id).DefaultIfEmpty("(no block has an id)"))}", Nearest.Suggestion(id, results.Select(result => result.Block.Id ?? "")));
        return field is TableName or FigureName ? Refer(value, named, field) : Fill(value, named, field, attributes);
    }


    private static Complaint? Refer(InlineValue value, NumberedResult named, string field)
    {
        if ((field == TableName ? named.Table : named.Figure) is not { } number)
            return new Complaint($"found field={field}", $"expected {named.Block.Name} to show a {field}");
        value.Text = string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(field[0])}{field[1..]} {number}");
        value.Target = $"{field}-{named.Anchor}";
        return null;
    }

    private static Complaint? Fill(InlineValue value, NumberedResult named, string field, Attributes attributes)
    {
        var (table, which) = (named.Values, attributes["row"] ?? "overall");
        if (RowChoice.UnknownColumn(table, which) is { } unknown)
            return new Complaint($"found no column '{unknown}' in {named.Block.Name}", $"expected one of {string.Join(", ", table.Columns.Select(column => column.Name))}", Nearest.Suggestion(unknown, table.Columns.Select(column => column.Name)));
        var rows = RowChoice.In(table, which);
        if (rows is not [var row])
            return new Complaint(string.Create(CultureInfo.InvariantCulture, $"found {(rows.Count == 0 ? "no row" : $"{rows.Count} rows")} '{which}' in {named.Block.Name}"), $"expected one{(rows.Count == 0 ? "" : "; name more columns, as in row=\"sex=female, outcome=…\"")}");
        if (attributes["digits"] is { } typed && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 12))
            return new Complaint($"found digits={typed}", "expected a whole number from 0 to 12");
        var style = attributes["digits"] is { } wanted ? named.Result.Style with { Digits = int.Parse(wanted, CultureInfo.InvariantCulture) } : named.Result.Style;
        if (!Fields(table).Contains(field))
            return new Complaint($"found no field '{field}' in {named.Block.Name}", $"expected one of {string.Join(", ", Fields(table))}", Nearest.Suggestion(field, Fields(table)));
        if (TextOf(row, table, field, style) is not { Length: > 0 } text)
            return new Complaint($"found nothing in field '{field}' of row '{which}' in {named.Block.Name}", "expected a value; a sentence cannot say what could not be estimated");
        value.Text = text;
        return null;
    }

    private static IEnumerable<string> Fields(Table table) =>
        [.. table.Columns.Select(column => column.Name), .. Has(table, "lower") ? [Interval, Limits] : Array.Empty<string>(), .. Has(table, "n") && Has(table, "cases") ? [Fraction] : Array.Empty<string>(), TableName, FigureName];

    private static bool Has(Table table, string column) => table.Columns.Any(known => known.Name == column);

    private static string? TextOf(Row row, Table table, string field, Style style)
    {
        object? Cell(string name) => table.Columns.Select((column, place) => (column.Name, place)).Where(column => column.Name == name).Select(column => row.Cells[column.place]).FirstOrDefault();
        var estimate = Has(table, "prevalence") ? "prevalence" : "estimate";
        return field switch
        {
            Interval when Cell(estimate) is double share => style.Text(new IntervalCell(share, Cell("lower") as double?, Cell("upper") as double?), ColumnKind.Interval),
            Limits when Cell("lower") is double lower && Cell("upper") is double upper => $"{style.Text(lower, ColumnKind.Share)}–{style.Text(upper, ColumnKind.Share)}",
            Fraction when Cell("cases") is long cases && Cell("n") is long persons => style.Text(new Fraction(cases, persons), ColumnKind.Fraction),
            Interval or Limits or Fraction => null,
            _ => Cell(field) is { } cell ? style.Text(cell, table.Columns.First(column => column.Name == field).Kind) : null,
        };
    }
}
