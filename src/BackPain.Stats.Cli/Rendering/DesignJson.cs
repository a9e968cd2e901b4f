using System.Text.Json;
using BackPain.Stats.Surveys;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>A sampling design as a JSON object.</summary>
internal static class DesignJson
{
    /// <summary>Writes the property <c>design</c>; null for a simple random sample.</summary>
    public static void Write(Utf8JsonWriter json, DesignSummary? design)
    {
        if (design is null)
        {
            json.WriteNull("design");
            return;
        }
        json.WriteStartObject("design");
        json.WriteString("weight", design.Weight);
        json.WriteString("strata", design.StrataColumn);
        json.WriteString("psu", design.PsuColumn);
        json.WriteString("ssu", design.SsuColumn);
        json.WriteString("fpc", design.FpcColumns);
        json.WriteNumber("replicates", design.Replicates);
        WriteNumberOrNull(json, "n_strata", design.Frame?.Strata.Count);
        WriteNumberOrNull(json, "n_psus", design.Frame is { HasPsus: true } frame ? frame.Units : null);
        WriteNumberOrNull(json, "n_ssus", design.Frame?.Second is { HasSsus: true } second ? second.Units : null);
        json.WriteNumber("persons", design.Persons);
        json.WriteNumber("sum_of_weights", design.SumOfWeights);
        WriteNumberOrNull(json, "df", design.Variance.DegreesOfFreedom);
        json.WriteString("df_rule", design.Choices.DegreesOfFreedom.InWords);
        json.WriteString("variance", design.Frame is null ? "replicates" : "linearized");
        json.WriteString("lonely_psu", design.Frame is null ? null : design.Choices.LonelyPsu.Name);
        json.WriteString("replicate_centre", design.Frame is null ? design.Choices.ReplicateCentre.Name : null);
        json.WriteString("kg_cap", design.Choices.EffectiveSizeCap.Name);
        json.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
