using System.Globalization;
using System.Text;
using BackPain.Stats.TestKit;

namespace BackPain.Stats.Data.Tests.Engines;

/// <summary>Persons at random, with everything in their columns that makes trouble: as a file, and as a table that was filled from that file.</summary>
internal sealed class AwkwardTable
{
    public const string Sex = "sex, \"legal\"";
    public const string Region = "région; `x` [y] 'z' -- \\ 50%";
    public const string Weight = "Weight of a person, which has a name of sixty-three bytes, nearly";

    private static readonly string[] Sexes = ["female", "male", " male", "Female", "O'Brien \"x\"", "a,b", "=1+1", "Ünïcode 🦴", "two\nlines", "", "NA", ".", "9", "'; DROP TABLE people; --", "\\N", "NULL"];
    private static readonly string[] Answers = ["1", "0", "yes", "No", "T", "9", "", "NA", " 1 "];

    /// <summary>Names, types, and a value for a person.</summary>
    private readonly (string Name, string Type, Func<Random, string?> Value)[] columns =
    [
        (Sex, "text", random => random.Next(9) == 0 ? null : Pick(random, Sexes)),
        ("select", "text", random => random.Next(9) == 0 ? null : Pick(random, Answers)),
        ("year", "integer", random => Pick(random, ["1", "0", "9", null])),
        ("age", "integer", random => random.Next(20) == 0 ? null : Text(random.Next(0, 110))),
        ("height", "numeric(6,2)", random => random.Next(20) == 0 ? null : Text(random.Next(100, 200) + 0.25)),
        (Region, "bigint", random => Text(random.NextInt64(3))),
        ("flag", "boolean", random => Pick(random, ["t", "f", null])),
        ("stratum", "integer", random => Text(random.Next(3))),
        ("psu", "text", random => Pick(random, ["a", "b", "Ä"])),
        (Shortened(Weight), "double precision", WeightOf),
        ("rw1", "double precision", random => Text(random.NextDouble() - 0.1)),
        ("rw2", "double precision", random => random.Next(4) == 0 ? "0" : Text(Math.Exp(50 * (random.NextDouble() - 0.5)))),
    ];

    public AwkwardTable(int seed, int rows)
    {
        var random = new Random(seed);
        var text = new StringBuilder($"{string.Join(',', columns.Select(column => Quoted(column.Name)))}\n");
        for (var row = 0; row < rows; row++)
            text.Append(string.Join(',', columns.Select(column => column.Value(random) is { } value ? Quoted(value) : ""))).Append('\n');
        Csv = text.ToString();
    }

    /// <summary>The weights, by the name that fits into a name of PostgreSQL.</summary>
    public static string WeightColumn => Shortened(Weight);

    /// <summary>The persons as a file.</summary>
    public string Csv { get; }

    /// <summary>Puts them into a table.</summary>
    public void Load(PostgresServer server, string table)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{table}-{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, Csv);
        server.Run($"DROP TABLE IF EXISTS \"{table}\";\nCREATE TABLE \"{table}\" ({string.Join(", ", columns.Select(column => $"{Quoted(column.Name)} {column.Type}"))});\n\\copy \"{table}\" FROM '{path}' CSV HEADER\n");
        File.Delete(path);
    }

    /// <summary>Mostly weights, some 0, some missing, some that cannot be squared.</summary>
    private static string? WeightOf(Random random) => random.Next(12) switch
    {
        0 => "0",
        1 => null,
        2 => "-9",
        3 => "1e-200",
        4 => Text(Math.Exp(300 * (random.NextDouble() - 0.5))),
        _ => Text(1000 * random.NextDouble()),
    };

    private static string Shortened(string name) => name[..62];

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
