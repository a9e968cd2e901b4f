using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Engines;

/// <summary>What differs between engines in a statement that only groups and adds up.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Opening">What stands before a name.</param>
/// <param name="Closing">What stands after it; twice where it is part of it.</param>
/// <param name="EightByteFloat">The name of the 8-byte float.</param>
/// <param name="LongestName">The bytes that a name may have; longer ones are cut off or refused.</param>
public sealed record SqlDialect(string Name, char Opening, char Closing, string EightByteFloat, int LongestName)
{
    /// <summary>PostgreSQL and whatever speaks like it.</summary>
    public static SqlDialect PostgreSql { get; } = new("postgresql", '"', '"', "double precision", 63);

    /// <summary>Spark and Databricks.</summary>
    public static SqlDialect Spark { get; } = new("spark", '`', '`', "double", 255);

    /// <summary>Microsoft SQL Server.</summary>
    public static SqlDialect SqlServer { get; } = new("sqlserver", '[', ']', "float", 128);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SqlDialect> All { get; } = [PostgreSql, Spark, SqlServer];

    /// <summary>A name as it stands in a statement, whatever characters but control characters are in it.</summary>
    /// <exception cref="RequestException">
    /// There is a control character in it, which might command the terminal that the statement is printed on.
    /// </exception>
    public string Quote(string name) => name.Any(char.IsControl)
        ? throw new RequestException(
            $"The name '{name}' has a control character, which statements cannot have; rename the column or table.")
        : $"{Opening}{name.Replace($"{Closing}", $"{Closing}{Closing}", StringComparison.Ordinal)}{Closing}";

    /// <summary>Finds a dialect by its name.</summary>
    public static SqlDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name == name);
}
