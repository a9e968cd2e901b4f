using System.Globalization;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>
/// Reads the sums of a cell of a saved tabulation, and refuses sums that no persons have: a file may have been written by hand.
/// </summary>
internal sealed class TabulationSums
{
    // Sums are rounded to doubles where they are written.
    private const double Rounding = 1e-9;

    private readonly DataRows table;
    private readonly ProblemLog log;
    private readonly int n;
    private readonly int sumW;
    private readonly int sumW2;
    private readonly int[] replicateColumns;
    private readonly int rankColumn;
    private readonly DoubleDouble[] replicates;
    private readonly bool isWeighted;
    private long? rank;

    public TabulationSums(DataRows table, Weighting? weighting, ProblemLog log)
    {
        (this.table, this.log, isWeighted) = (table, log, weighting is not null);
        var (nameOfW, nameOfW2) = TabulationFormat.HeadersOf(weighting);
        (n, sumW, sumW2) = (table.Find(TabulationFormat.N), table.Find(nameOfW), table.Find(nameOfW2));
        replicateColumns = [.. (weighting?.Replicates ?? []).Select(replicate => table.Find(TabulationFormat.HeaderOf(replicate)))];
        replicates = new DoubleDouble[replicateColumns.Length];
        rankColumn = replicates.Length > 0 ? table.Header.ToList().IndexOf(TabulationFormat.ReplicateRank) : -1;
    }

    /// <summary>The columns of the sums.</summary>
    public IReadOnlyCollection<int> Columns => [n, sumW, sumW2, .. replicateColumns];

    /// <summary>The sums of the replicate weights of the row last read.</summary>
    public ReplicateWeights Replicates => replicates;

    /// <summary>The rank of the replicate weights, as the file says.</summary>
    public ReplicateRank ReplicateRank => rank is { } known ? ReplicateRank.Of((int)known) : ReplicateRank.Unknown;

    /// <summary>Whether the persons of the row last read have no weight.</summary>
    public bool AreOfZeroWeight { get; private set; }

    /// <summary>Reads the sums of a row; false, and a problem, where they are none.</summary>
    public bool TryRead(out Sums sums)
    {
        var isN = TryPersons(out var persons);
        // Where n cannot be read, no sum is called too large for it.
        var most = WeightReader.Largest * (isN ? Math.Max(persons, 1) : long.MaxValue);
        var complete = isN & TryNumber(sumW, most, out var w) & TryNumber(sumW2, most * WeightReader.Largest, out var w2);
        AreOfZeroWeight = w == 0;
        for (var r = 0; r < replicates.Length; r++)
        {
            complete &= TryNumber(replicateColumns[r], most, out var sum);
            replicates[r] = sum;
        }
        sums = isWeighted ? new Sums(persons, w, w2) : Sums.Unweighted(persons);
        return complete && IsPossible(persons, w, w2) && TryRank();
    }

    /// <summary>Whether any persons can have these sums: for weights of 0 or more, (Σw)²/n ≤ Σw² ≤ (Σw)².</summary>
    private bool IsPossible(long persons, double w, double w2)
    {
        var smallest = w / Math.Max(persons, 1) * w * (1 - Rounding);
        var expected =
            w < 0 || w2 < 0 ? "sums of 0 or more"
            : !isWeighted && (w != persons || w2 != persons) ? "as much as n, since no weight is named"
            : w2 < smallest || w2 > w * w * (1 + Rounding) || (persons == 0 && w > 0) ? "Σw² between (Σw)²/n and (Σw)²"
            : null;
        if (expected is null)
            return true;
        var of = string.Create(CultureInfo.InvariantCulture, $"{persons} {(persons == 1 ? "person" : "persons")}");
        var columns = $"in columns '{table.Header[sumW]}' and '{table.Header[sumW2]}'";
        var found = string.Create(CultureInfo.InvariantCulture, $"found Σw = {w} and Σw² = {w2} of {of} {columns}");
        log.Add(new Problem(table.File, table.Line, ProblemCodes.BadSums, found, $"expected {expected}"));
        return false;
    }

    private bool TryRank()
    {
        if (rankColumn < 0)
            return true;
        var isRank = Numbers.TryParseWhole(table[rankColumn], table.DecimalComma, out var found)
            && found <= replicates.Length
            && (rank ?? found) == found;
        var most = replicates.Length.ToString(CultureInfo.InvariantCulture);
        if (!Check(rankColumn, isRank, $"the same whole number in every row, at most {most}"))
            return false;
        rank = found;
        return true;
    }

    private bool TryPersons(out long persons)
    {
        if (Numbers.TryParseWhole(table[n], table.DecimalComma, out persons))
            return true;
        return UncountableNumber.CodeOf(table[n], table.DecimalComma) == ProblemCodes.TooManyPersons
            ? Refuse(n, ProblemCodes.TooManyPersons, $"at most {long.MaxValue} persons", ProblemCodes.TooManyPersons.Remedy)
            : Check(n, holds: false, "a whole number");
    }

    /// <summary>A number that can be a sum of weights, or of their squares, so that sums over any file are still numbers.</summary>
    private bool TryNumber(int column, double most, out double number)
    {
        var isNumber = Numbers.TryParse(table[column], table.DecimalComma, out number);
        var isTooLarge = isNumber ? Math.Abs(number) > most : Numbers.IsBeyondDouble(table[column], table.DecimalComma);
        return isTooLarge ? RefuseWeight(column) : Check(column, isNumber, "a number");
    }

    private bool Check(int column, bool holds, string expected)
    {
        return holds || Refuse(column, ProblemCodes.NotANumber, expected, "Write the file with 'backpain tabulate'.");
    }

    private bool RefuseWeight(int column) =>
        Refuse(
            column,
            ProblemCodes.WeightTooLarge,
            column == sumW2 ? "at most the square of 1e140 for each person" : "at most 1e140 for each person",
            ProblemCodes.WeightTooLarge.Remedy);

    private bool Refuse(int column, ProblemCode code, string expected, Wording hint)
    {
        var name = table.Header[column];
        var found = $"found '{DataRows.Shown(table[column])}' in column '{name}'";
        log.Add(new Problem(table.File, table.Line, code, found, $"expected {expected}", hint) { Column = name });
        return false;
    }
}
