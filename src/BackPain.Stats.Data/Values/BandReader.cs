using System.Text;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>Reads a column to break down by the bands that its numbers fall into. They are whole, or are rounded down.</summary>
/// <param name="column">The index of the column in the file, or −1.</param>
/// <param name="codes">What is known of the codes of the column.</param>
/// <param name="values">How its values are compared with them: as numbers.</param>
/// <param name="bands">The bands.</param>
/// <param name="isFloored">Whether decimal numbers are rounded down, as ages are to completed years.</param>
/// <param name="decimalComma">Whether numbers have a decimal comma.</param>
/// <param name="builder">What the levels are for.</param>
/// <param name="index">The index of the key.</param>
/// <param name="decode">Turns the text of the file into the value it stands for, where that is something else.</param>
internal sealed class BandReader(
    int column,
    ColumnCodes codes,
    CodedColumn values,
    Bands bands,
    bool isFloored,
    bool decimalComma,
    TabulationBuilder builder,
    int index,
    Func<string, string>? decode)
    : StratumReader(column, codes, values, builder, index, decode)
{
    private readonly HashSet<string> missing = [.. codes.MissingAsQuantity.Select(NumberText.CodeOf)];
    private readonly HashSet<string> doubtful = codes.DoubtfulAsQuantity;
    private readonly HashSet<string> unapplied = codes.UnappliedToQuantity;

    public override void TellRefused(string file, IReadOnlyList<Found> refused, ProblemLog log)
    {
        var doubted = refused.Where(found => doubtful.Contains(found.Value)).ToList();
        if (doubted.Count > 0)
        {
            Wording doubt = $"{Settings.MissingCodes} declares it missing for all columns, and here it may be a number to put into bands";
            log.Add(doubted.In(file, Field.Name, ProblemCodes.DoubtfulMissing, doubt, DoubtfulMissingHint.For(Field.Name, doubted)));
        }
        foreach (var numbers in refused.Except(doubted).GroupBy(found => NumberText.Shortest(found.Value) is not null))
        {
            var code = numbers.Key ? ProblemCodes.NotAWholeNumber : ProblemCodes.NotANumber;
            log.Add(numbers.ToList().In(file, Field.Name, code, ExpectedOf(isNumber: numbers.Key)));
        }
    }

    public override void TellOdd(string file, IReadOnlyList<Found> odd, ProblemLog log, ICollection<Note> warnings) =>
        warnings.Add(ReadingNotes.OnUnapplied(file, Field.Name, odd));

    protected override Level? LevelOf(string value, bool asNumbers)
    {
        if (missing.Contains(value))
            return MissingFor(value, asNumbers: true);
        return asNumbers && !doubtful.Contains(value) && TryWhole(value, out var number) ? Level.Value(bands.LabelOf(number)) : null;
    }

    private bool TryWhole(string value, out long number)
    {
        number = 0;
        var text = Encoding.UTF8.GetBytes(value);
        return isFloored
            ? Numbers.TryParse(text, decimalComma: false, out var exact) && Numbers.TryWhole(Math.Floor(exact), out number)
            : Numbers.TryParseWhole(text, decimalComma: false, out number);
    }

    protected override bool IsToldAtEnd(string value) => doubtful.Contains(value);

    protected override bool IsOdd(string value, bool asNumbers) => unapplied.Contains(value);

    protected override void Refuse(string value, DataRows row, ProblemLog log)
    {
        var isNumber = Numbers.TryParse(Encoding.UTF8.GetBytes(value), decimalComma, out var number);
        var (code, found) = isNumber ? (ProblemCodes.NotAWholeNumber, value) : (ProblemCodes.NotANumber, $"'{value}'");
        Wording? hint = isNumber && number > 0 && !isFloored
            ? (Wording)$"Ages are completed years; {Settings.Floor} {QuotedName.Quote(Field.Name)} rounds decimal ones down."
            : null;
        found = $"found {found} in column '{Field.Name}'";
        log.Add(new Problem(row.File, row.Line, code, found, ExpectedOf(isNumber), hint) { Column = Field.Name });
    }

    private static string ExpectedOf(bool isNumber) => $"expected a whole number{(isNumber ? ", 0 or more," : "")} to put into bands";
}
