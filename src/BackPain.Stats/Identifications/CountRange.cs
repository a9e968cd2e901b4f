using System.Globalization;

namespace BackPain.Stats.Identifications;

/// <summary>An inclusive range of whole numbers; empty if <paramref name="Last"/> is less than <paramref name="First"/>.</summary>
/// <param name="First">The first number.</param>
/// <param name="Last">The last number.</param>
public readonly record struct CountRange(long First, long Last)
{
    /// <summary>The number of whole numbers in the range.</summary>
    public long Count => Math.Max(0, Last - First + 1);

    /// <summary>The numbers, in ascending order.</summary>
    public IEnumerable<long> All
    {
        get
        {
            for (var number = First; number <= Last; number++)
                yield return number;
        }
    }

    /// <summary>Returns the intersection with another range.</summary>
    public CountRange Within(CountRange other) => new(Math.Max(First, other.First), Math.Min(Last, other.Last));

    /// <summary>Parses N or N:M, where M must not be less than N.</summary>
    public static bool TryParse(string text, out CountRange range)
    {
        range = default;
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || !TryCount(parts[0], out var first) || !TryCount(parts[^1], out var last) || first > last)
            return false;
        range = new CountRange(first, last);
        return true;
    }

    /// <summary>Returns the range in words: "1913", "930 to 960".</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First} to {Last}");

    private static bool TryCount(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
