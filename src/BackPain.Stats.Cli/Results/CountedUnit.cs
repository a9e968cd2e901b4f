using System.Globalization;

namespace BackPain.Stats.Cli.Results;

/// <summary>What the counts of a result are of, in words.</summary>
/// <param name="One">A single one.</param>
/// <param name="Many">Several.</param>
public sealed record CountedUnit(string One, string Many)
{
    /// <summary>Persons.</summary>
    public static CountedUnit Person { get; } = new("person", "persons");

    /// <summary>Rows, where several are of the same person.</summary>
    public static CountedUnit Row { get; } = new("row", "rows");

    /// <summary>A count with its unit.</summary>
    public string Of(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? One : Many)}");
}
