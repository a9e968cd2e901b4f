using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>Reads for how many persons with the same answers a row stands.</summary>
/// <param name="column">The index of the column, or −1.</param>
internal sealed class FrequencyReader(int column)
{
    /// <summary>As many persons as the row stands for, each with the same weight; false, and a problem, if that is not a whole number.</summary>
    public bool TryMultiply(ref Sums persons, DataRows row, ProblemLog log)
    {
        if (Numbers.TryParseWhole(row[column], row.DecimalComma, out var times))
        {
            persons = new Sums(persons.N * times, persons.W * times, persons.W2 * times);
            return true;
        }
        var code = Numbers.TryParse(row[column], row.DecimalComma, out _) ? ProblemCodes.NotAWholeNumber : ProblemCodes.NotANumber;
        log.Add(new Problem(row.File, row.Line, code, $"found '{DataRows.Shown(row[column])}' in column '{row.Header[column]}'", "expected the number of persons that the row stands for", "Write 0 where it stands for nobody; persons are counted whole."));
        return false;
    }
}
