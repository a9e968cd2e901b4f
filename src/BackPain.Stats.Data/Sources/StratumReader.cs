using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Reads a column to break down by: its values, their labels, or the bands they fall into.</summary>
/// <param name="column">The place of the column in the file, or −1.</param>
/// <param name="field">What is known of the column.</param>
/// <param name="missing">The codes for a missing answer.</param>
/// <param name="bands">The bands, where the column holds whole numbers to put into them.</param>
/// <param name="decimalComma">Whether numbers have a decimal comma.</param>
/// <param name="builder">What the levels are for.</param>
/// <param name="place">The place of the key.</param>
/// <param name="decode">Turns the text of the file into the value it stands for, where that is something else.</param>
internal sealed class StratumReader(int column, Field field, IReadOnlySet<string> missing, Bands? bands, bool decimalComma, TabulationBuilder builder, int place, Func<string, string>? decode)
    : KeyReader(column, field, missing, builder, place)
{
    private readonly bool decodes = decode is not null;
    private readonly Dictionary<string, string> labels = field.Labels();

    protected override Level? LevelOf(string value)
    {
        value = decode?.Invoke(value) ?? value;
        if (Missing.Contains(value))
            return MissingFor(value);
        if (bands is not null)
            return Numbers.TryParseWhole(Encoding.UTF8.GetBytes(value), decimalComma, out var number) ? Level.Value(bands.LabelOf(number)) : null;
        if (labels.Count == 0 && !IsOfItsType(value))
            return null;
        return labels.Count == 0 ? Level.Value(value) : labels.TryGetValue(value, out var label) ? Level.Value(label) : null;
    }

    /// <summary>Whether a value is a number where the codebook says that the column holds numbers.</summary>
    private bool IsOfItsType(string value) =>
        Field.Type is not ("integer" or "number") || decodes || (Numbers.TryParse(Encoding.UTF8.GetBytes(value), decimalComma, out var number) && (Field.Type == "number" || number == Math.Floor(number)));

    protected override void Refuse(string value, CsvTable row, ProblemLog log)
    {
        if (bands is null && labels.Count == 0)
            log.Add(new Problem(row.File, row.Line, ProblemCodes.NotANumber, $"found '{value}' in column '{Field.Name}'", $"expected {(Field.Type == "integer" ? "an integer" : "a number")}, as the codebook says", "Correct it, or declare it missing."));
        else if (bands is null)
            log.Add(new Problem(row.File, row.Line, ProblemCodes.UnlistedCategory, $"found '{value}' in column '{Field.Name}'", $"expected one of {string.Join(", ", labels.Keys)}"));
        else if (Numbers.TryParse(Encoding.UTF8.GetBytes(value), decimalComma, out _))
            log.Add(new Problem(row.File, row.Line, ProblemCodes.NotAWholeNumber, $"found {value} in column '{Field.Name}'", "expected a whole number, 0 or more, to put into bands"));
        else
            log.Add(new Problem(row.File, row.Line, ProblemCodes.NotANumber, $"found '{value}' in column '{Field.Name}'", "expected a whole number to put into bands"));
    }
}
