using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Engines;

/// <summary>
/// The name of a table, with or without its schema before it; a part that holds a dot or a blank stands in double quotes.
/// </summary>
/// <param name="Parts">The parts, without quotes.</param>
public sealed record TableName(IReadOnlyList<string> Parts)
{
    private const int MostParts = 3;

    /// <summary>The table itself.</summary>
    public string Table => Parts[^1];

    /// <summary>Its schema; empty where it is not said.</summary>
    public string Schema => Parts.Count > 1 ? Parts[^2] : "";

    /// <summary>Reads TABLE, SCHEMA.TABLE or CATALOG.SCHEMA.TABLE.</summary>
    public static bool TryParse(string text, out TableName? name)
    {
        var parts = new List<string>();
        for (var rest = $".{text}"; rest.Length > 0;)
        {
            if (rest[0] != '.')
                break;
            (var part, rest) = QuotedName.Take(rest[1..], '.');
            parts.Add(part);
            if (rest.Length == 0 && parts.Count <= MostParts && !parts.Contains(""))
            {
                name = new TableName(parts);
                return true;
            }
        }
        name = null;
        return false;
    }

    /// <summary>The name in a statement.</summary>
    public string In(SqlDialect dialect) => string.Join('.', Parts.Select(dialect.Quote));

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', Parts);
}
