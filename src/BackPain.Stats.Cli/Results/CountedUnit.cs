using System.Globalization;

namespace BackPain.Stats.Cli.Results;

/// <summary>The unit that the counts of a result are in, in words.</summary>
/// <param name="One">The singular.</param>
/// <param name="Many">The plural.</param>
public sealed record CountedUnit(string One, string Many)
{
    /// <summary>Persons.</summary>
    public static CountedUnit Person { get; } = new("person", "persons");

    /// <summary>Rows, if several may belong to the same person.</summary>
    public static CountedUnit Row { get; } = new("row", "rows");

    /// <summary>A count with its unit.</summary>
    public string Of(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? One : Many)}");
}
