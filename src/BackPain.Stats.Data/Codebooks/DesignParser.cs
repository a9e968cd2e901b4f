using System.Text.Json;
using BackPain.Stats.Surveys;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Reads what the property <c>backpain</c> of a resource says of the sampling design.</summary>
internal static class DesignParser
{
    private static readonly string[] ReplicateProperties = ["columns", "type", "scales"];

    public static DesignColumns Parse(JsonElement own) => new()
    {
        Weight = own.Text("weight"),
        Strata = own.Text("strata"),
        Psu = own.Text("psu"),
        Fpc = own.Text("fpc"),
        Nested = own.Truth("nested"),
        Replicates = own.Get("replicates") is { } replicates ? ReplicatesOf(replicates) : null,
    };

    private static ReplicateColumns ReplicatesOf(JsonElement replicates)
    {
        if (replicates.ValueKind != JsonValueKind.Object || replicates.EnumerateObject().Any(property => !ReplicateProperties.Contains(property.Name)))
            throw new CodebookFormatException($"found replicates {replicates.GetRawText()}; expected an object with 'columns', 'type' and if needed 'scales'");
        var pattern = replicates.Text("columns") ?? throw new CodebookFormatException("found replicates without 'columns'");
        ReplicateType? type = null;
        if (replicates.Text("type") is { } name && !ReplicateType.TryParse(name, out type))
            throw new CodebookFormatException($"found replicate type '{name}'; expected {ReplicateType.Choices}");
        var scales = replicates.Items("scales").Select(ScaleOf).ToList();
        return new ReplicateColumns(pattern, type, scales.Count == 0 ? null : new ReplicateScales(null, scales));
    }

    private static double ScaleOf(JsonElement scale) =>
        scale.ValueKind == JsonValueKind.Number && scale.TryGetDouble(out var number) && number is >= 0 and <= Replicate.LargestScale ? number : throw new CodebookFormatException($"found replicate scale {scale.GetRawText()}; expected a number from 0 to 1e100");
}
