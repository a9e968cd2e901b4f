namespace BackPain.Stats.Cli.Results;

/// <summary>The output of a command: typed columns, unrounded values and footnotes. Only a renderer rounds.</summary>
public sealed record Table
{
    /// <summary>What the rows are, as the name of a list: "estimates".</summary>
    public required string Name { get; init; }

    /// <summary>A title for people; empty if the table needs none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The columns.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>The footnotes, one sentence each.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>Explanations of its figures, if requested.</summary>
    public IReadOnlyList<Explained> Explanations { get; init; } = [];

    /// <summary>The provenance.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Finds the column with a role; returns null if there is none.</summary>
    /// <param name="role">The role.</param>
    /// <param name="of">Which estimate of the row it belongs to; empty for the main one.</param>
    public Column? ColumnOf(ColumnRole role, string of = "") => Columns.FirstOrDefault(column => column.Role == role && column.Of == of);

    /// <summary>The value of a row in the column with a role; null if there is no such column or no value.</summary>
    public object? ValueOf(Row row, ColumnRole role, string of = "") => ColumnOf(role, of) is { } column ? ValueOf(row, column) : null;

    /// <summary>The value of a row in a column.</summary>
    public object? ValueOf(Row row, Column column) => row.Cells[Columns.TakeWhile(other => other != column).Count()];
}

/// <summary>A row of a table, or a heading over the rows that follow.</summary>
/// <param name="Cells">A value for each column, of the column's kind; null if there is none.</param>
/// <param name="Depth">The indentation of the first cell.</param>
/// <param name="IsHeading">Whether the row is a heading, of which only the first cell is used.</param>
public sealed record Row(IReadOnlyList<object?> Cells, int Depth = 0, bool IsHeading = false)
{
    /// <summary>A value for each column, null if there is none. NaN is replaced by null, so that no format prints it.</summary>
    public IReadOnlyList<object?> Cells { get; } = [.. Cells.Select(NumberOrNull)];

    /// <summary>How people read the estimate and its limits in this row; null if all rows are of the kind of their columns.</summary>
    public ColumnKind? EstimateKind { get; init; }

    /// <summary>The kind of a value in a column.</summary>
    public ColumnKind KindIn(Column column) =>
        column.Role is ColumnRole.Estimate or ColumnRole.Lower or ColumnRole.Upper ? EstimateKind ?? column.Kind : column.Kind;

    /// <summary>A heading.</summary>
    public static Row Heading(string text, int depth) => new([text], depth, IsHeading: true);

    private static object? NumberOrNull(object? cell) => cell switch
    {
        double.NaN => null,
        IntervalCell { Estimate: double.NaN } => null,
        IntervalCell interval => interval with { Lower = NumberOrNull(interval.Lower), Upper = NumberOrNull(interval.Upper) },
        _ => cell,
    };

    private static double? NumberOrNull(double? number) => number is double.NaN ? null : number;
}
