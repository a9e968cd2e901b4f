using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DuckDB.NET.Data;

namespace BackPain.Stats.Bench;

/// <summary>Runs a statement in DuckDB and prints the rows of its result: FILE-WITH-STATEMENT DATA THREADS.</summary>
internal static class Program
{
    [SuppressMessage("Security", "CA2100", Justification = "The statement is our own.")]
    public static void Main(string[] arguments)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET threads = {int.Parse(arguments[2], CultureInfo.InvariantCulture)}; {File.ReadAllText(arguments[0]).Replace("FILE", arguments[1], StringComparison.Ordinal)}";
        using var rows = command.ExecuteReader();
        do
        {
            while (rows.Read())
                Console.WriteLine(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(column => string.Create(CultureInfo.InvariantCulture, $"{rows.GetValue(column)}"))));
        }
        while (rows.NextResult());
    }
}
