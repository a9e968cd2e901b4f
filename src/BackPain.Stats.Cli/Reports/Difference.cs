namespace BackPain.Stats.Cli.Reports;

/// <summary>Compares two texts line by line.</summary>
internal static class Difference
{
    private const int Shown = 20;
    private const int LongestLine = 160;
    private const long MostPairs = 4_000_000;

    /// <summary>
    /// Returns the lines that are only in the first text, prefixed with "- ", and only in the second, prefixed with "+ ". The list is
    /// truncated and ends with the number of further lines.
    /// </summary>
    public static IReadOnlyList<string> Between(string stored, string made)
    {
        var (old, now) = (stored.Split('\n'), made.Split('\n'));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var lines = LinesOf(old[start..^end], now[start..^end], start + 1);
        return lines.Count <= Shown ? lines : [.. lines.Take(Shown), $"and {lines.Count - Shown} more lines"];
    }

    private static List<string> LinesOf(string[] old, string[] now, int firstLine)
    {
        var lines = new List<string>();
        // Very different texts are not aligned: that would take long and reveal nothing.
        var common = (long)old.Length * now.Length <= MostPairs ? CommonLengths(old, now) : null;
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
                (i, j) = (i + 1, j + 1);
            else if (i < old.Length && (j == now.Length || common is null || common[i + 1, j] >= common[i, j + 1]))
                lines.Add($"{firstLine + i}: - {Cut(old[i++])}");
            else
                lines.Add($"{firstLine + j}: + {Cut(now[j++])}");
        }
        return lines;
    }

    /// <summary>For each pair of line indexes, the length of the longest common subsequence of the remaining lines.</summary>
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    private static string Cut(string line) => line.Length <= LongestLine ? line : $"{line[..LongestLine]}…";
}
