namespace BackPain.Stats.Tabulations;

/// <summary>Determines the sum to which a row is added, and with which sign, if many rows are folded into few sums.</summary>
/// <remarks>Folding approximately preserves the lengths and angles of the columns (Clarkson and Woodruff 2013, STOC 81).</remarks>
internal static class RowFold
{
    /// <summary>Returns the index of the sum, and whether the row is subtracted. Both depend only on the line number.</summary>
    /// <param name="line">The line number of the row.</param>
    /// <param name="sums">The number of sums.</param>
    public static (int Sum, bool IsNegative) Of(long line, int sums)
    {
        var (round, sum) = Math.DivRem(line, sums);
        return ((int)sum, IsNegative(round, sum));
    }

    /// <summary>
    /// Returns a pseudorandom sign from the final mixing step of Steele, Lea and Flood's SplitMix. Rows of the first round are never
    /// negated.
    /// </summary>
    private static bool IsNegative(long round, long sum)
    {
        if (round == 0)
            return false;
        var bits = unchecked(((ulong)round * 0x9E3779B97F4A7C15) + ((ulong)sum * 0xD1B54A32D192ED03));
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return ((bits ^ (bits >> 31)) & 1) != 0;
    }
}
