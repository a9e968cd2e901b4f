using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Kinds;

/// <summary>A value that should be a number of persons and is not a whole number from 0 to 2⁶³ − 1.</summary>
internal static class UncountableNumber
{
    /// <summary>The problem with such a value: that it is no number, not whole, or more than can be counted.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The index of the column.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="remedy">The way out of the first two.</param>
    public static Problem Problem(DataRows row, int column, string expected, Func<ProblemCode, Wording> remedy)
    {
        var code = CodeOf(row[column], row.DecimalComma);
        var found = $"found '{DataRows.Shown(row[column])}' in column '{row.Header[column]}'";
        return code == ProblemCodes.TooManyPersons
            ? new Problem(row.File, row.Line, code, found, $"expected at most {long.MaxValue} persons") { Column = row.Header[column] }
            : new Problem(row.File, row.Line, code, found, expected, remedy(code)) { Column = row.Header[column] };
    }

    /// <summary>What is wrong with such a value.</summary>
    public static ProblemCode CodeOf(ReadOnlySpan<byte> text, bool decimalComma) =>
        Numbers.IsBeyondWhole(text, decimalComma) ? ProblemCodes.TooManyPersons
        : Numbers.TryParse(text, decimalComma, out _) ? ProblemCodes.NotAWholeNumber
        : ProblemCodes.NotANumber;
}
