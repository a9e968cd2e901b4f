using System.Globalization;

namespace BackPain.Stats.Identifications;

/// <summary>Whole numbers from the first to the last, both included; none where the last is smaller.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public readonly record struct CountRange(long First, long Last)
{
    /// <summary>How many they are.</summary>
    public long Count => Math.Max(0, Last - First + 1);

    /// <summary>One after the other.</summary>
    public IEnumerable<long> All
    {
        get
        {
            for (var number = First; number <= Last; number++)
                yield return number;
        }
    }

    /// <summary>Those that another range has too.</summary>
    public CountRange Within(CountRange other) => new(Math.Max(First, other.First), Math.Min(Last, other.Last));

    /// <summary>Reads N or N:M, with M no smaller than N.</summary>
    public static bool TryParse(string text, out CountRange range)
    {
        range = default;
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || !TryCount(parts[0], out var first) || !TryCount(parts[^1], out var last) || first > last)
            return false;
        range = new CountRange(first, last);
        return true;
    }

    /// <summary>The range in words: "1913", "930 to 960".</summary>
    public override string ToString() => First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First} to {Last}");

    private static bool TryCount(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
