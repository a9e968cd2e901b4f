namespace BackPain.Stats.Data.Formats;

/// <summary>
/// 16⁻⁶⁵ = 5.397605346934028e-79, which a SAS transport file holds in place of 0 if it was written by a program that does not normalize
/// numbers, and which survives in the CSV files made of it.
/// </summary>
/// <remarks>
/// Nothing that is measured is as small, so it is read as 0 however many digits it was written with, and counted for each column.
/// </remarks>
internal sealed class TransportZero
{
    private const double Value = 5.397605346934028e-79;
    private const double Tolerance = 1e-3 * Value;

    private readonly SortedDictionary<int, (long Rows, long FirstLine, long LastLine)> columns = [];

    /// <summary>The columns with it by their index, in how many rows, and on which line first.</summary>
    public IEnumerable<(int Column, long Rows, long FirstLine)> Columns =>
        columns.Select(entry => (entry.Key, entry.Value.Rows, entry.Value.FirstLine));

    /// <summary>Whether a value is it.</summary>
    public static bool Is(ReadOnlySpan<byte> value, bool decimalComma) =>
        value.EndsWith("-79"u8) && Numbers.TryParse(value, decimalComma, out var number) && Math.Abs(number - Value) <= Tolerance;

    /// <summary>Counts one row; a value that is looked at again is not counted again.</summary>
    public void Add(int column, long line)
    {
        var (rows, first, last) = columns.GetValueOrDefault(column, (0, line, -1));
        if (last != line)
            columns[column] = (rows + 1, Math.Min(first, line), line);
    }

    /// <summary>What several threads have counted together.</summary>
    public static TransportZero SumOf(IEnumerable<TransportZero> parts)
    {
        var sum = new TransportZero();
        foreach (var part in parts)
            sum.Add(part);
        return sum;
    }

    private void Add(TransportZero other)
    {
        foreach (var (column, (rows, first, last)) in other.columns)
        {
            var known = columns.GetValueOrDefault(column, (0, first, last));
            columns[column] = (known.Rows + rows, Math.Min(known.FirstLine, first), Math.Max(known.LastLine, last));
        }
    }
}
