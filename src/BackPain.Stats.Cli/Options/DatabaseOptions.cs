using System.CommandLine;
using System.Globalization;
using BackPain.Stats.Data.Engines;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Cli.Options;

/// <summary>The options that name a table in a database, shared by every command that reads data.</summary>
internal sealed class DatabaseOptions
{
    private readonly CliOption<DatabaseAddress?> db = CliOption.Once<DatabaseAddress>(
        "--db", "ADDRESS",
        "A database that speaks the PostgreSQL protocol: postgresql://USER@HOST:PORT/DATABASE. "
            + "It groups and adds up in one read-only statement, and only sums leave it.",
        TryAddress);
    private readonly CliOption<int?> timeout = CliOption.Once<int?>(
        "--timeout", "SECONDS", "Time limit of the statement. Default: none.", TryTimeout);

    public CliOption<TableName?> Table { get; } = CliOption.Once<TableName>(
        "--table", "SCHEMA.TABLE", "The table or view, one row per person.", TryTable);

    public OptionGroup Group => new("A table in a database, instead of DATA", [db, Table, timeout]);

    /// <summary>The table to count; null if the data are files.</summary>
    /// <exception cref="RequestException">The options contradict each other or the files.</exception>
    public DatabaseTable? TableIn(ParseResult parsed, IReadOnlyList<string> files, IEnumerable<Option> aboutFiles)
    {
        var (address, table) = (parsed.GetValue(db), parsed.GetValue(Table));
        if (address is null)
            return table is null && parsed.GetValue(timeout) is null
                ? null
                : throw new RequestException("--table and --timeout belong to a database; name it with --db.");
        if (files.Count > 0)
            throw new RequestException($"--db names a table and DATA names '{files[0]}'; read one or the other. "
                + "'backpain tabulate' of each gives sums that can be read together.");
        if (table is null)
            throw new RequestException("--db needs --table, the table in the database.");
        if (table.Parts.Count > 2)
            throw new RequestException(
                $"--table: '{table}' has three parts, but the database is part of the address; write SCHEMA.TABLE.");
        if (aboutFiles.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } mistaken)
            throw new RequestException(
                $"{mistaken.Name} applies only to files; a database table holds individuals.");
        return new DatabaseTable(address, table, parsed.GetValue(timeout) ?? 0);
    }

    private static bool TryAddress(string text, out DatabaseAddress? value, out string? problem)
    {
        var isAddress = DatabaseAddress.TryParse(text, Environment.GetEnvironmentVariable, out value, out var why);
        problem = why;
        return isAddress;
    }

    private static bool TryTable(string text, out TableName? value, out string? problem)
    {
        problem = $"'{text}' does not name a table; write SCHEMA.TABLE, with double quotes around a name that holds a dot";
        return TableName.TryParse(text, out value);
    }

    private static bool TryTimeout(string text, out int? value, out string? problem)
    {
        value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;
        problem = $"'{text}' is not a whole number of seconds above 0";
        return value is not null;
    }
}
