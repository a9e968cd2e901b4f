using System.Text.Json;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Reads properties of a descriptor that may be absent, single or several.</summary>
internal static class Json
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A property as text: a string, or a number or truth value as it is written.</summary>
    public static string? Text(this JsonElement element, string name) => element.Get(name) is { } value ? AsText(value) : null;

    /// <summary>A property that is a number; null if it is absent or anything else.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>A property that is true or false; nothing if it is absent.</summary>
    public static bool? Truth(this JsonElement element, string name) => element.Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var other => throw new CodebookFormatException($"found {other.Value.GetRawText()} for '{name}'; expected true or false"),
    };

    /// <summary>The items of a property that is a list; one item for a property that is not; none if it is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Get(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        var single => [single.Value],
    };

    /// <summary>A property that names a column; null if it is absent.</summary>
    /// <exception cref="CodebookFormatException">It is no text.</exception>
    public static string? Column(this JsonElement element, string name) => element.Get(name) is { } value ? ColumnIn(value, name) : null;

    /// <summary>A property that names a column, or a list of columns.</summary>
    /// <exception cref="CodebookFormatException">One of them is no text.</exception>
    public static IReadOnlyList<string> Columns(this JsonElement element, string name) =>
        [.. element.Items(name).Select(item => ColumnIn(item, name))];

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) => [.. element.Items(name).Select(AsText)];

    private static string ColumnIn(JsonElement value, string name) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new CodebookFormatException($"found {value.GetRawText()} for '{name}'; expected the name of a column, in quotes");

    /// <summary>A string without its quotes; anything else as it is written.</summary>
    public static string AsText(this JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
