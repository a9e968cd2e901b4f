using BackPain.Stats.Data.Rows;

namespace BackPain.Stats.Data.Values;

/// <summary>The numbers of a quantity that were tested by a condition although something calls them missing elsewhere.</summary>
/// <param name="codes">What is known of the codes of the column.</param>
internal sealed class NumbersInDoubt(ColumnCodes codes)
{
    private readonly MissingNumbers doubtful = new(codes.DoubtfulAsQuantity);
    private readonly MissingNumbers unapplied = new(codes.UnappliedToQuantity);
    private readonly Dictionary<string, Found> doubted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Found> odd = new(StringComparer.Ordinal);

    /// <summary>The numbers that are declared missing for all columns.</summary>
    public IReadOnlyCollection<Found> Doubted => doubted.Values;

    /// <summary>The numbers that the codebook calls missing in the file as a whole.</summary>
    public IReadOnlyCollection<Found> Odd => odd.Values;

    /// <summary>Looks at the number in a column of a row.</summary>
    public void Look(double number, DataRows row, int column)
    {
        if (doubtful.CodeFor(number, row[column], row.DecimalComma) is { } doubt)
            See(doubted, doubt, row);
        else if (unapplied.CodeFor(number, row[column], row.DecimalComma) is { } other)
            See(odd, other, row);
    }

    private static void See(Dictionary<string, Found> found, string value, DataRows row) =>
        found[value] = found.TryGetValue(value, out var known)
            ? known with { Persons = known.Persons + row.Persons }
            : new Found(value, row.Persons, row.Line);
}
