namespace BackPain.Stats.Tabulations;

/// <summary>Where a row goes, and with which sign, if many rows are added up into few sums.</summary>
/// <remarks>This nearly preserves lengths and angles of the columns (Clarkson and Woodruff 2013, STOC 81).</remarks>
internal static class RowFold
{
    /// <summary>Which sum, and whether the row is taken off it. Both follow from the line alone.</summary>
    /// <param name="line">The line of the row.</param>
    /// <param name="sums">How many sums there are.</param>
    public static (int Sum, bool IsNegative) Of(long line, int sums)
    {
        var (round, sum) = Math.DivRem(line, sums);
        return ((int)sum, IsNegative(round, sum));
    }

    /// <summary>A sign drawn by the last mixing step of Steele, Lea and Flood's SplitMix; rows of the first round need none.</summary>
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
