using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Results;

/// <summary>The columns of a table, each with a getter for its values. The type of a getter matches the kind of its column.</summary>
/// <typeparam name="T">The type that a row is made from.</typeparam>
public sealed class TableOf<T>
{
    private readonly List<(Column Column, Func<T, object?> Value)> columns = [];
    private Func<T, ColumnKind?> estimateKindOf = _ => null;

    /// <summary>The columns added so far.</summary>
    public IReadOnlyList<Column> Columns => [.. columns.Select(column => column.Column)];

    /// <summary>Adds a column of text.</summary>
    public TableOf<T> Text(string name, Func<T, string?> value, ColumnRole role = ColumnRole.Other, string? heading = null) =>
        Add(new Column(name, ColumnKind.Text, heading, role), value);

    /// <summary>Adds a column of whole numbers.</summary>
    public TableOf<T> Count(string name, Func<T, long?> value, ColumnRole role = ColumnRole.Other) =>
        Add(new Column(name, ColumnKind.Count, Role: role), row => value(row));

    /// <summary>Adds a column of proportions, or of differences of proportions.</summary>
    public TableOf<T> Share(
        string name, Func<T, double?> value, ColumnRole role = ColumnRole.Other, string? heading = null, string of = "") =>
        Add(new Column(name, ColumnKind.Share, heading, role, of), row => Finite(value(row)));

    /// <summary>Adds a column of ratios, shown to people with two decimals. Only a ratio can be infinite.</summary>
    public TableOf<T> Ratio(
        string name, Func<T, double?> value, ColumnRole role = ColumnRole.Other, string? heading = null, string of = "") =>
        Add(new Column(name, ColumnKind.Ratio, heading, role, of), row => value(row));

    /// <summary>Adds a column of counts of persons in the population, shown to people without decimals.</summary>
    public TableOf<T> Total(string name, Func<T, double?> value, ColumnRole role = ColumnRole.Other, string of = "") =>
        Add(new Column(name, ColumnKind.Total, Role: role, Of: of), row => Finite(value(row)));

    /// <summary>Adds a column of other numbers.</summary>
    public TableOf<T> Number(string name, Func<T, double?> value, ColumnRole role = ColumnRole.Other) =>
        Add(new Column(name, ColumnKind.Number, Role: role), row => Finite(value(row)));

    /// <summary>Adds the column of notes.</summary>
    public TableOf<T> Notes(Func<T, IReadOnlyList<Note>> value) =>
        Add(new Column("notes", ColumnKind.Notes, Role: ColumnRole.Notes), value);

    /// <summary>Adds a column of any kind; its values are of that kind, or text instead.</summary>
    public TableOf<T> Add(Column column, Func<T, object?> value)
    {
        columns.Add((column, value));
        return this;
    }

    /// <summary>Adds the columns of another set.</summary>
    public TableOf<T> With(TableOf<T> others)
    {
        columns.AddRange(others.columns);
        estimateKindOf = others.estimateKindOf;
        return this;
    }

    /// <summary>Says how people read the estimate and its limits, if that differs from row to row.</summary>
    public TableOf<T> WithEstimatesOf(Func<T, ColumnKind?> kindOf)
    {
        estimateKindOf = kindOf;
        return this;
    }

    /// <summary>Arranges rows.</summary>
    /// <param name="name">What the rows are, as the name of a list: "estimates".</param>
    /// <param name="rows">The objects that the rows are made from.</param>
    public Table Arrange(string name, IEnumerable<T> rows) => new()
    {
        Name = name,
        Columns = Columns,
        Rows = [.. rows.Select(row =>
            new Row([.. columns.Select(column => column.Value(row))]) { EstimateKind = estimateKindOf(row) })],
    };

    private static object? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;
}
