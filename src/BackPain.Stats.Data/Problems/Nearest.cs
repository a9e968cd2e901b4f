namespace BackPain.Stats.Data.Problems;

/// <summary>Finds the names that somebody may have meant.</summary>
public static class Nearest
{
    private const int Most = 3;

    /// <summary>The known names closest to what was typed, closest first; none where nothing is close.</summary>
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> known) =>
    [
        .. known
            .Select(name => (name, distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, typed.Length / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => pair.name),
    ];

    /// <summary>" Did you mean 'x' or 'y'?" or nothing.</summary>
    public static string Suggestion(string typed, IEnumerable<string> known) =>
        To(typed, known) is { Count: > 0 } near ? $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?" : "";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours needed (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
