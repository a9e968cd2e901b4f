using Npgsql;

namespace BackPain.Stats.Data.Engines;

/// <summary>
/// What a database says of its tables: whatever can be read like one, be it partitioned, foreign or a view. The only questions besides the
/// statement itself.
/// </summary>
internal static class PostgresCatalogue
{
    private const string Tables = """
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        """;

    private const string ColumnsOfTable = $"""
        SELECT CAST(s.nspname AS text), CAST(a.attname AS text), pg_catalog.format_type(a.atttypid, NULL),
          CAST(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END AS bigint)
        {Tables}
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        WHERE c.relname = $1 AND (s.nspname = $2 OR ($2 = '' AND pg_catalog.pg_table_is_visible(c.oid)))
        ORDER BY a.attnum
        """;

    private const string NamesOfTables = $"""
        SELECT CAST(s.nspname AS text), CAST(c.relname AS text)
        {Tables}
        WHERE s.nspname NOT IN ('pg_catalog', 'information_schema')
        """;

    /// <summary>The table as the database calls it, and its columns; nothing where there is no such table.</summary>
    public static (TableName Name, IReadOnlyList<TableColumn> Columns)? Find(TableName table, NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(ColumnsOfTable, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.Table });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.Schema });
        var rows = All(
            command,
            row => (Schema: row.GetString(0), Column: new TableColumn(row.GetString(1), row.GetString(2), NumbersOf(row.GetInt64(3)))));
        return rows.Count == 0 ? null : (new TableName([rows[0].Schema, table.Table]), [.. rows.Select(row => row.Column)]);
    }

    /// <summary>The names of all tables, with their schemas.</summary>
    public static IReadOnlyList<TableName> Names(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(NamesOfTables, connection);
        return All(command, row => new TableName([row.GetString(0), row.GetString(1)]));
    }

    /// <summary>The numbers of a type, by its number in every PostgreSQL: int8, int2, int4; float8, numeric; float4.</summary>
    private static NumberKind NumbersOf(long type) => type switch
    {
        20 or 21 or 23 => NumberKind.Whole,
        701 or 1700 => NumberKind.Real,
        700 => NumberKind.Single,
        _ => NumberKind.None,
    };

    private static List<T> All<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> row)
    {
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read())
            found.Add(row(reader));
        return found;
    }
}
