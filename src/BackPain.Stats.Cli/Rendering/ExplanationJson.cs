using System.Text.Json;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Explanations as a list of JSON objects.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes the property <c>explanations</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Explained> explanations)
    {
        json.WriteStartArray("explanations");
        foreach (var (heading, explanation) in explanations)
        {
            json.WriteStartObject();
            json.WriteString("heading", heading);
            json.WriteString("method", explanation.Method.Name);
            json.WriteStartArray("steps");
            foreach (var step in explanation.Steps)
            {
                json.WriteStartObject();
                json.WriteString("quantity", step.Quantity);
                json.WriteString("formula", step.Formula);
                json.WriteString("numbers", ExplanationText.Numbers(step));
                json.WriteNumber("value", step.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            JsonRenderer.WriteTexts(json, "remarks", explanation.Remarks);
            json.WriteString("reference", explanation.Method.ReferencesOnOneLine);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
