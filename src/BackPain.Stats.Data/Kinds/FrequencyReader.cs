using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>Reads for how many persons with the same answers a row stands.</summary>
/// <param name="column">The index of the column, or −1.</param>
internal sealed class FrequencyReader(int column)
{
    /// <summary>
    /// As many persons as the row stands for, each with the same weight; false, and a problem, if that is not a whole number.
    /// </summary>
    /// <param name="persons">One person, to be multiplied.</param>
    /// <param name="row">The row.</param>
    /// <param name="log">Where problems go.</param>
    public bool TryMultiply(ref Sums persons, DataRows row, ProblemLog log)
    {
        if (Numbers.TryParseWhole(row[column], row.DecimalComma, out var times))
        {
            persons = new Sums(times, persons.W * DoubleDouble.Of(times), persons.W2 * DoubleDouble.Of(times));
            return true;
        }
        log.Add(UncountableNumber.Problem(
            row, column, "expected the number of persons that the row stands for",
            _ => "Write 0 where it stands for nobody; persons are counted whole."));
        return false;
    }
}
