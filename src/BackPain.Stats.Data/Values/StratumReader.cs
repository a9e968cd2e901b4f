using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>Reads a column to break down by its values or their labels.</summary>
/// <param name="column">The index of the column in the file, or −1.</param>
/// <param name="codes">What is known of the codes of the column.</param>
/// <param name="values">How its values are compared with them.</param>
/// <param name="builder">What the levels are for.</param>
/// <param name="index">The index of the key.</param>
/// <param name="decode">Turns the text of the file into the value it stands for, where that is something else.</param>
internal class StratumReader(
    int column, ColumnCodes codes, CodedColumn values, TabulationBuilder builder, int index, Func<string, string>? decode)
    : KeyReader(column, codes, values, builder, index)
{
    private readonly InBothForms<HashSet<string>> missing = new(codes.MissingAsCodes, [.. codes.MissingAsCodes.Select(NumberText.CodeOf)]);
    private readonly InBothForms<Dictionary<string, string>> labels = new(codes.Field.Labels(), codes.Field.ByNumbers().Labels());

    public override void TellRefused(string file, IReadOnlyList<Found> refused, ProblemLog log) =>
        log.Add(refused.In(file, Field.Name, Code, Expected, Hint));

    protected override string Decoded(string text) => decode?.Invoke(text) ?? text;

    protected override Level? LevelOf(string value, bool asNumbers)
    {
        if (missing.For(asNumbers).Contains(value))
            return MissingFor(value, asNumbers);
        var listed = labels.For(asNumbers);
        if (listed.Count == 0)
            return IsOfItsType(value, asNumbers) ? Level.Value(value) : null;
        return listed.TryGetValue(value, out var label) ? Level.Value(label) : null;
    }

    /// <summary>Whether a value is a number where the codebook says that the column holds numbers.</summary>
    private bool IsOfItsType(string value, bool asNumbers) =>
        Field.Type is not ("integer" or "number") || decode is not null
        || (asNumbers && (Field.Type == "number" || !(value.Contains('.') || value.Contains("E-", StringComparison.Ordinal))));

    protected override void Refuse(string value, DataRows row, ProblemLog log) =>
        log.Add(new Problem(row.File, row.Line, Code, $"found '{value}' in column '{Field.Name}'", Expected, Hint) { Column = Field.Name });

    private ProblemCode Code => labels.AsTexts.Count == 0 ? ProblemCodes.NotANumber : ProblemCodes.UnlistedCategory;

    private string Expected => labels.AsTexts.Count == 0
        ? $"expected {(Field.Type == "integer" ? "an integer" : "a number")}, as the codebook says"
        : $"expected one of {string.Join(", ", labels.AsTexts.Keys)}";

    private string? Hint => labels.AsTexts.Count == 0 ? "Correct it, or declare it missing." : null;
}
