using System.Text;
using System.Text.Json;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Codebooks;

/// <summary>Turns the resources of a descriptor into codebooks.</summary>
/// <param name="folder">The folder of the descriptor, for schemas in files of their own.</param>
internal sealed class CodebookParser(string folder)
{
    private static readonly string[] OwnProperties =
    [
        "kind", "outcomes", "outcome", "cases", "persons", "recall", "recallColumn", "by", "bands", "overall", "empty", "modelled",
        "nonCases", "overlap", "repeats", "freq", "weight", "strata", "psu", "ssu", "fpc", "nested", "replicates",
    ];
    private static readonly Category[] EmptyIsMissing = [new("", "")];

    public IReadOnlyList<Codebook> ParseAll(JsonElement root)
    {
        if (root.Get("resources") is not { ValueKind: JsonValueKind.Array })
            throw new CodebookFormatException("found no list 'resources'; expected a Data Package descriptor");
        var codebooks = new List<Codebook>();
        foreach (var resource in root.Items("resources"))
        {
            try
            {
                codebooks.Add(Parse(resource, root));
            }
            catch (CodebookFormatException error)
            {
                throw new CodebookFormatException(
                    $"in resource '{resource.Text("name") ?? resource.Text("path")}' {error.Message}", error.Line);
            }
        }
        return codebooks;
    }

    private static DataKind? KindOf(string? text) => text switch
    {
        null => null,
        _ when DataKinds.TryParse(text, out var kind) => kind,
        _ => throw new CodebookFormatException($"found kind '{text}'; expected {DataKinds.Choices}"),
    };

    private static Stratification StratificationOf(JsonElement by)
    {
        string[] columns = by.ValueKind == JsonValueKind.Array ? [.. by.EnumerateArray().Select(Json.AsText)] : [by.AsText()];
        return columns.Length > 0 && columns.Distinct(StringComparer.Ordinal).Count() == columns.Length
            ? new Stratification(columns)
            : throw new CodebookFormatException($"found {by.GetRawText()} in 'by'; expected a column or a list of different columns");
    }

    private static Dictionary<string, Bands> BandsOf(JsonElement own)
    {
        var bands = new Dictionary<string, Bands>(StringComparer.Ordinal);
        if (own.Get("bands") is not { ValueKind: JsonValueKind.Object } declared)
            return bands;
        foreach (var property in declared.EnumerateObject())
            bands[property.Name] = Bands.TryParse(property.Value.AsText(), out var parsed)
                ? parsed!
                : throw new CodebookFormatException(
                    $"found bands '{property.Value.AsText()}' of '{property.Name}'; expected a width or rising cuts");
        return bands;
    }

    private static Encoding? EncodingOf(string? name) =>
        name is null
            ? null
            : NamedEncoding.Find(name)
                ?? throw new CodebookFormatException($"found encoding '{name}'; expected one such as utf-8 or windows-1252");

    private static char? DelimiterOf(JsonElement? dialect) => dialect?.Text("delimiter") switch
    {
        null => null,
        [var character] when Delimiter.CanBe(character) => character,
        var text => throw new CodebookFormatException(
            $"found delimiter '{text}'; expected one ASCII character that is no quote and no line break"),
    };

    private Codebook Parse(JsonElement resource, JsonElement root)
    {
        var schema = SchemaOf(resource);
        var missing = schema.Get("missingValues") is not null ? FieldParser.CategoriesOf(schema, "missingValues")
            : root.Get("missingValues") is not null ? FieldParser.CategoriesOf(root, "missingValues")
            : EmptyIsMissing;
        var fields = schema.Items("fields").ToList();
        var own = resource.Get("backpain") ?? default;
        if (own.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
            throw new CodebookFormatException("found a property 'backpain' that is no object");
        if (own.ValueKind == JsonValueKind.Object
            && own.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !OwnProperties.Contains(name)) is { } unknown)
            throw new CodebookFormatException($"found '{unknown}' in 'backpain'; expected one of {string.Join(", ", OwnProperties)}");
        var described = fields.ConvertAll(field => FieldParser.Parse(field, missing));
        return new Codebook
        {
            Name = resource.Text("name") ?? "",
            Paths = PathsOf(resource),
            Title = resource.Text("title") ?? "",
            Description = resource.Text("description") ?? "",
            Verification = resource.Text("verification") ?? "",
            Sources = NamesOf(resource.Get("sources") is null ? root : resource, "sources"),
            Licenses = NamesOf(resource.Get("licenses") is null ? root : resource, "licenses"),
            Fields = described,
            Delimiter = DelimiterOf(resource.Get("dialect")),
            Encoding = EncodingOf(resource.Text("encoding")),
            DecimalComma = fields.Exists(field => field.Text("decimalChar") == ","),
            Kind = KindOf(own.Text("kind")),
            Outcomes = OutcomeParser.ParseAll(own, described),
            OutcomeName = own.Text("outcome"),
            Counts = new CountColumns
            {
                Cases = own.Column("cases"),
                Persons = own.Column("persons"),
                NonCases = own.Column("nonCases"),
                RecallColumn = own.Column("recallColumn"),
                Recall = OutcomeParser.RecallOf(own.Text("recall")),
            },
            Persons = new PersonColumns
            {
                Id = schema.Columns("primaryKey"),
                Repeats = own.Column("repeats"),
                Frequency = own.Column("freq"),
            },
            Overlap = own.Columns("overlap"),
            Stratifications = [.. own.Items("by").Select(StratificationOf)],
            Modelled = own.Truth("modelled") ?? false,
            EmptyStrata = own.Truth("empty") ?? true,
            Overall = own.Truth("overall") ?? true,
            Bands = BandsOf(own),
            Design = DesignParser.Parse(own),
        };
    }

    private static IReadOnlyList<string> PathsOf(JsonElement resource)
    {
        var paths = resource.Texts("path");
        return paths.Any(path => path.Contains('\0', StringComparison.Ordinal))
            ? throw new CodebookFormatException("found a path with a character of value 0; expected the name of a file")
            : paths;
    }

    private static IReadOnlyList<string> NamesOf(JsonElement element, string property) =>
    [
        .. element.Items(property)
            .Select(item => new[] { item.Text("title") ?? item.Text("name"), item.Text("path") })
            .Select(parts => string.Join(" ", parts.Where(part => part is not null))),
    ];

    private JsonElement SchemaOf(JsonElement resource)
    {
        var schema = resource.Get("schema") ?? default;
        if (schema.ValueKind != JsonValueKind.String)
            return schema;
        var path = schema.GetString()!;
        if (path.Contains("://", StringComparison.Ordinal))
            throw new CodebookFormatException(
                $"found a schema at '{path}'; "
                + "expected it in the descriptor or in a file beside it, since nothing is fetched from the network");
        if (path.Contains('\0', StringComparison.Ordinal))
            throw new CodebookFormatException("found a schema at a path with a character of value 0; expected the name of a file");
        try
        {
            using var document = JsonFile.Parse(JsonFile.BytesOf(Path.Combine(folder, path)));
            return document.RootElement.Clone();
        }
        catch (CodebookFormatException error)
        {
            throw new CodebookFormatException($"in the schema '{path}' on line {error.Line} {error.Message}");
        }
    }
}
