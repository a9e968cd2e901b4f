using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>Reads a design stratum, a PSU or a finite population, which nobody sampled is without.</summary>
/// <param name="column">The index of the column in the file, or −1.</param>
/// <param name="codes">What is known of the codes of the column.</param>
/// <param name="values">How its values are compared with them.</param>
/// <param name="isNumber">Whether it has to be a number above 0, as a finite population has.</param>
/// <param name="builder">What the levels are for.</param>
/// <param name="index">The index of the key.</param>
/// <param name="decode">Given for the id of a person, of which not all forms differ: the form that counts.</param>
internal sealed class DesignKeyReader(
    int column,
    ColumnCodes codes,
    CodedColumn values,
    bool isNumber,
    TabulationBuilder builder,
    int index,
    Func<string, string>? decode = null)
    : KeyReader(column, codes, values, builder, index)
{
    private readonly InBothForms<HashSet<string>> missing =
        new(codes.MissingAsQuantity, [.. codes.MissingAsQuantity.Select(NumberText.CodeOf)]);

    public override void TellRefused(string file, IReadOnlyList<Found> refused, ProblemLog log) =>
        log.Add(refused.In(file, Field.Name, ProblemCodes.MissingDesign, "expected a value for everybody"));

    protected override string Decoded(string text) => decode?.Invoke(text) ?? text;

    protected override Level? LevelOf(string value, bool asNumbers) =>
        missing.For(asNumbers).Contains(value) ? null
        : !isNumber ? Level.Value(value)
        : asNumbers && Numbers.TryParse(Encoding.UTF8.GetBytes(value), decimalComma: false, out var number) && number > 0
            ? Level.Value(number.ToString(CultureInfo.InvariantCulture))
        : null;

    protected override void Refuse(string value, DataRows row, ProblemLog log)
    {
        var isMissing = missing.AsTexts.Contains(value) || missing.AsNumbers.Contains(NumberText.CodeOf(value));
        var (code, expected) = isMissing
            ? (ProblemCodes.MissingDesign, "expected a value for everybody")
            : (ProblemCodes.BadFpc, "expected a number above 0");
        log.Add(new Problem(row.File, row.Line, code, $"found '{value}' in column '{Field.Name}'", expected) { Column = Field.Name });
    }
}
