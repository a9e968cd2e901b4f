using System.Globalization;
using BackPain.Stats.Cli.Markup;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Reports;

/// <summary>Resolves values in sentences.</summary>
/// <param name="results">The results of the blocks that did not fail.</param>
/// <param name="ids">The ids of all blocks.</param>
internal sealed class ValueResolver(IReadOnlyList<NumberedResult> results, IReadOnlyList<string> ids)
{
    private const string Interval = "interval";
    private const string Limits = "limits";
    private const string Fraction = "fraction";
    private const string TableName = "table";
    private const string FigureName = "figure";

    private static readonly string[] Known = ["id", "row", "field", "digits"];

    private readonly Dictionary<string, NumberedResult> named = results.Where(result => result.Block.Id is not null)
        .DistinctBy(result => result.Block.Id, StringComparer.Ordinal).ToDictionary(result => result.Block.Id!, StringComparer.Ordinal);

    /// <summary>Sets the text of a value, or returns what is wrong with it.</summary>
    public Complaint? Resolve(InlineValue value)
    {
        if (!value.IsComplete)
            return new Complaint("found a value without a closing brace", "expected {backpain id=… row=\"…\" field=…}");
        if (!Attributes.TryParse(value.Source, Known, out var attributes, out var problem))
            return problem;
        if (attributes["id"] is not { } id || attributes["field"] is not { } field)
            return new Complaint(
                $"found {{backpain {value.Source.Trim()}}}",
                "expected an id and a field, as in {backpain id=… row=\"…\" field=prevalence}");
        if (named.GetValueOrDefault(id) is not { } found)
        {
            // The failure of a block is reported at the block.
            var known = string.Join(", ", ids.DefaultIfEmpty("(no block has an id)"));
            var suggestion = Nearest.Suggestion(id, ids);
            return ids.Contains(id) ? null : new Complaint($"found no block with id={id}", $"expected one of {known}", suggestion);
        }
        return field is TableName or FigureName ? Refer(value, found, field) : Fill(value, found, field, attributes);
    }

    private static Complaint? Refer(InlineValue value, NumberedResult named, string field)
    {
        if ((field == TableName ? named.Table : named.Figure) is not { } number)
            return new Complaint($"found field={field}", $"expected {named.Block.Name} to show a {field}");
        value.Text = string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(field[0])}{field[1..]} {number}");
        value.Target = field == TableName ? named.TableAnchor : named.FigureAnchor;
        return null;
    }

    private static Complaint? Fill(InlineValue value, NumberedResult named, string field, Attributes attributes)
    {
        var (table, which) = (named.Values, attributes["row"] ?? "overall");
        if (RowChoice.UnknownColumn(table, which) is { } unknown)
            return new Complaint(
                $"found no column '{unknown}' in {named.Block.Name}",
                $"expected one of {string.Join(", ", table.Columns.Select(column => column.Name))}",
                Nearest.Suggestion(unknown, table.Columns.Select(column => column.Name)));
        var rows = RowChoice.In(table, which);
        if (rows is not [var row])
            return new Complaint(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"found {(rows.Count == 0 ? "no row" : $"{rows.Count} rows")} '{which}' in {named.Block.Name}"),
                $"expected one{(rows.Count == 0 ? "" : "; name more columns, as in row=\"sex=female, outcome=…\"")}");
        if (attributes["digits"] is { } typed
            && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 12))
            return new Complaint($"found digits={typed}", "expected a whole number from 0 to 12");
        var style = attributes["digits"] is { } wanted
            ? named.Result.Style with { Digits = int.Parse(wanted, CultureInfo.InvariantCulture) }
            : named.Result.Style;
        if (!Fields(table).Contains(field))
            return new Complaint(
                $"found no field '{field}' in {named.Block.Name}",
                $"expected one of {string.Join(", ", Fields(table))}",
                Nearest.Suggestion(field, Fields(table)));
        if (TextOf(row, table, field, style) is not { Length: > 0 } text)
            return new Complaint(
                $"found no value in field '{field}' of row '{which}' in {named.Block.Name}",
                "expected a value; a sentence cannot show what could not be estimated");
        value.Text = text;
        return null;
    }

    /// <summary>The columns, and the fields that combine several of them.</summary>
    private static IEnumerable<string> Fields(Table table) =>
    [
        .. table.Columns.Select(column => column.Name),
        .. table.Columns
            .Where(column => column.Role == ColumnRole.Lower)
            .SelectMany(column => new[] { Named(Interval, column.Of), Named(Limits, column.Of) }),
        .. table.ColumnOf(ColumnRole.Persons) is not null && table.ColumnOf(ColumnRole.Cases) is not null
            ? [Fraction]
            : Array.Empty<string>(),
        TableName,
        FigureName,
    ];

    /// <summary>The name of a field of the main estimate, or of another: "crude_interval".</summary>
    private static string Named(string field, string of) => of.Length == 0 ? field : $"{of}_{field}";

    /// <summary>Formats a field of a row for a sentence; returns null if the row has no value.</summary>
    public static string? TextOf(Row row, Table table, string field, Style style)
    {
        if (table.Columns.FirstOrDefault(column => column.Name == field) is { } named)
            return table.ValueOf(row, named) is { } cell ? style.Text(cell, row.KindIn(named)) : null;
        if (field == Fraction)
        {
            return table.ValueOf(row, ColumnRole.Cases) is long cases && table.ValueOf(row, ColumnRole.Persons) is long persons
                ? style.Text(new Fraction(cases, persons), ColumnKind.Fraction)
                : null;
        }
        var lower = table.Columns.First(column =>
            column.Role == ColumnRole.Lower && (field == Named(Interval, column.Of) || field == Named(Limits, column.Of)));
        var limits = (Lower: table.ValueOf(row, lower) as double?, Upper: table.ValueOf(row, ColumnRole.Upper, lower.Of) as double?);
        if (field == Named(Limits, lower.Of))
            return limits is ({ } from, { } to) ? LimitsText(from, to, row.KindIn(lower), style) : null;
        var kind = row.KindIn(lower) switch
        {
            ColumnKind.Ratio => ColumnKind.RatioInterval,
            ColumnKind.Total => ColumnKind.TotalInterval,
            _ => ColumnKind.Interval,
        };
        return table.ValueOf(row, ColumnRole.Estimate, lower.Of) is double estimate
            ? style.Text(new IntervalCell(estimate, limits.Lower, limits.Upper), kind)
            : null;
    }

    /// <summary>Limits in words if one of them is negative, since a minus sign is not to be taken for a dash.</summary>
    private static string LimitsText(double from, double to, ColumnKind kind, Style style) =>
        $"{style.Text(from, kind)}{(from < 0 ? " to " : "–")}{style.Text(to, kind)}";
}
