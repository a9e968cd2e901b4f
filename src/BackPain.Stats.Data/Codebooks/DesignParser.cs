using System.Text.Json;
using BackPain.Stats.Designs;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Reads what the property <c>backpain</c> of a resource says of the sampling design.</summary>
internal static class DesignParser
{
    private static readonly string[] ReplicateProperties = ["columns", "type", "scales"];

    public static DesignColumns Parse(JsonElement own) => new()
    {
        Weight = own.Column("weight"),
        Strata = own.Column("strata"),
        Psu = own.Column("psu"),
        Ssu = own.Column("ssu"),
        Fpc = FpcOf(own).First,
        SecondFpc = FpcOf(own).Second,
        Nested = own.Truth("nested"),
        Replicates = own.Get("replicates") is { } replicates ? ReplicatesOf(replicates) : null,
    };

    /// <summary>A column, or a list of those of the first and of the second stage.</summary>
    private static (string? First, string? Second) FpcOf(JsonElement own) => own.Columns("fpc") switch
    {
        [] when own.Get("fpc") is null => (null, null),
        [var first] => (first, null),
        [var first, var second] when first != second => (first, second),
        _ => throw new CodebookFormatException(
            $"found fpc {own.Get("fpc")!.Value.GetRawText()}; "
            + "expected a column, or a list of two: those of the first and of the second stage"),
    };

    private static ReplicateColumns ReplicatesOf(JsonElement replicates)
    {
        if (replicates.ValueKind != JsonValueKind.Object
            || replicates.EnumerateObject().Any(property => !ReplicateProperties.Contains(property.Name)))
            throw new CodebookFormatException(
                $"found replicates {replicates.GetRawText()}; expected an object with 'columns', 'type' and if needed 'scales'");
        var pattern = replicates.Column("columns") ?? throw new CodebookFormatException("found replicates without 'columns'");
        ReplicateType? type = null;
        if (replicates.Text("type") is { } name && !ReplicateType.TryParse(name, out type))
            throw new CodebookFormatException($"found replicate type '{name}'; expected {ReplicateType.Choices}");
        var scales = replicates.Items("scales").Select(ScaleOf).ToList();
        return new ReplicateColumns(pattern, type, scales.Count == 0 ? null : new ReplicateScales(null, scales));
    }

    private static double ScaleOf(JsonElement scale) =>
        scale.ValueKind == JsonValueKind.Number && scale.TryGetDouble(out var number) && number is >= 0 and <= Replicate.LargestScale
            ? number
            : throw new CodebookFormatException($"found replicate scale {scale.GetRawText()}; expected a number from 0 to 1e100");
}
