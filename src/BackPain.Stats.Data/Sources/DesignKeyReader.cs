using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Sources;

/// <summary>Reads a design stratum, a PSU or a finite population, which nobody sampled is without.</summary>
/// <param name="column">The place of the column in the file, or −1.</param>
/// <param name="field">What is known of the column.</param>
/// <param name="missing">The codes for a missing answer.</param>
/// <param name="isNumber">Whether it has to be a number above 0, as a finite population has.</param>
/// <param name="decimalComma">Whether numbers have a decimal comma.</param>
/// <param name="builder">What the levels are for.</param>
/// <param name="place">The place of the key.</param>
internal sealed class DesignKeyReader(int column, Field field, IReadOnlySet<string> missing, bool isNumber, bool decimalComma, TabulationBuilder builder, int place)
    : KeyReader(column, field, missing, builder, place)
{
    protected override Level? LevelOf(string value) =>
        Missing.Contains(value) ? null
        : !isNumber ? Level.Value(value)
        : Numbers.TryParse(Encoding.UTF8.GetBytes(value), decimalComma, out var number) && number > 0 ? Level.Value(number.ToString(CultureInfo.InvariantCulture))
        : null;

    protected override void Refuse(string value, CsvTable row, ProblemLog log) => log.Add(
        Missing.Contains(value) ? new Problem(row.File, row.Line, ProblemCodes.MissingDesign, $"found '{value}' in column '{Field.Name}'", "expected a value for everybody")
        : new Problem(row.File, row.Line, ProblemCodes.BadFpc, $"found '{value}' in column '{Field.Name}'", "expected a number above 0"));
}
