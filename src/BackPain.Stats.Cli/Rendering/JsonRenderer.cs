using System.Text.Encodings.Web;
using System.Text.Json;
using BackPain.Stats.Cli.Results;
using BackPain.Stats.Definitions;
using BackPain.Stats.Domains;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>One JSON object with the rows and their full provenance. Its schema is <c>docs/output.schema.json</c>.</summary>
internal sealed class JsonRenderer : Renderer
{
    public override string Name => "json";

    public override IReadOnlyList<string> Extensions => [".json"];

    public override bool IsForPeople => false;

    public override bool ShowsFootnotes => true;

    public override bool ShowsInputs => true;

    public override void Render(Table table, Stream output, Style style)
    {
        using (var json = new Utf8JsonWriter(
            output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteOrigin(json, table.Provenance);
            json.WriteStartArray(table.Name);
            foreach (var row in table.Rows.Where(row => !row.IsHeading))
            {
                WriteRow(json, table, row);
                json.Flush();
            }
            json.WriteEndArray();
            if (table.Explanations.Count > 0)
                ExplanationJson.Write(json, table.Explanations);
            if (table.Provenance is { } provenance)
                WriteAccount(json, provenance);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteOrigin(Utf8JsonWriter json, Provenance? provenance)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", Tool.Name);
        json.WriteString("version", Tool.Version);
        json.WriteEndObject();
        if (provenance is null)
            return;
        WriteTexts(json, "command", provenance.Command);
        json.WriteStartArray("inputs");
        foreach (var input in provenance.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteString("sha256", input.Sha256);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteNumber("rows", input.Rows);
            if (input.Codebook is { } codebook)
                WriteFile(json, "codebook", codebook.Name, codebook.Sha256, codebook.Bytes);
            if (input.Scales is { } scales)
                WriteFile(json, "replicate_scales", scales.Name, scales.Sha256, scales.Bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        DesignJson.Write(json, provenance.Design);
    }

    /// <summary>The breakdown columns form an object of their own, after the outcome.</summary>
    private static void WriteRow(Utf8JsonWriter json, Table table, Row row)
    {
        var lastOfOutcome = table.Columns.LastOrDefault(column => column.Role == ColumnRole.Outcome);
        json.WriteStartObject();
        foreach (var (column, cell) in table.Columns.Zip(row.Cells).Where(pair => pair.First.Role != ColumnRole.Stratum))
        {
            WriteCell(json, column.Name, cell);
            if (column == lastOfOutcome)
                WriteStrata(json, table, row);
        }
        json.WriteEndObject();
    }

    /// <summary>The levels of a row, without breakdowns that do not apply to it.</summary>
    private static void WriteStrata(Utf8JsonWriter json, Table table, Row row)
    {
        json.WriteStartObject("strata");
        foreach (var (column, cell) in table.Columns
            .Zip(row.Cells)
            .Where(pair => pair.First.Role == ColumnRole.Stratum && pair.Second is not null))
            WriteCell(json, column.Heading ?? column.Name, cell);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, string name, object? cell)
    {
        json.WritePropertyName(name);
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case long count:
                json.WriteNumberValue(count);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteStringValue(InfinityText.Of(number));
                break;
            case IReadOnlyList<Note> notes:
                WriteNotes(json, notes);
                break;
            default:
                json.WriteStringValue((string)cell);
                break;
        }
    }

    private static void WriteNotes(Utf8JsonWriter json, IReadOnlyList<Note> notes)
    {
        json.WriteStartArray();
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("text", note.Wording.InOptions());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes a property whose value is a list of texts.</summary>
    internal static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartArray("attrition");
        foreach (var entry in provenance.Attrition)
        {
            json.WriteStartObject();
            json.WriteString("step", entry.Step switch
            {
                AttritionStep.Outside => "outside",
                AttritionStep.NotAsked => "not-asked",
                AttritionStep.ZeroWeight => "weight-0",
                AttritionStep.OutcomeMissing => "outcome-missing",
                AttritionStep.StratumMissing => "stratum-missing",
            });
            json.WriteString("outcome", entry.Outcome?.Name);
            json.WriteString("recall", entry.Outcome?.Recall?.ToString());
            WriteTexts(json, "stratification", entry.Stratification?.Columns ?? []);
            json.WriteString("column", entry.Column);
            json.WriteString("reason", entry.Reason);
            json.WriteNumber("persons", entry.Persons);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePropertyName("warnings");
        WriteNotes(json, provenance.Warnings);
    }

    private static void WriteFile(Utf8JsonWriter json, string property, string name, string sha256, long bytes)
    {
        json.WriteStartObject(property);
        json.WriteString("name", name);
        json.WriteString("sha256", sha256);
        json.WriteNumber("bytes", bytes);
        json.WriteEndObject();
    }
}
