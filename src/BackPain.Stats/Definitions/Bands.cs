using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>Whole numbers, such as ages in completed years, put into bands: of one width, or between cuts.</summary>
public sealed class Bands
{
    private readonly long width;
    private readonly long[] cuts;

    private Bands(long width, long[] cuts) => (this.width, this.cuts) = (width, cuts);

    /// <summary>Bands of one width that start at 0: with 10, 0-9, 10-19, ….</summary>
    public static Bands Every(long width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return new Bands(width, []);
    }

    /// <summary>Bands between cuts: with 20, 40 and 60, &lt;20, 20-39, 40-59, 60+.</summary>
    /// <exception cref="ArgumentException">There is no cut, or the cuts do not rise.</exception>
    public static Bands Between(params IReadOnlyList<long> cuts)
    {
        if (cuts.Count == 0 || cuts.Zip(cuts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("The cuts of bands rise.", nameof(cuts));
        return new Bands(0, [.. cuts]);
    }

    /// <summary>Reads one number as a width and several, or one with a comma after it, as cuts.</summary>
    public static bool TryParse(string text, out Bands? bands)
    {
        bands = null;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var isWidth = parts.Length == 1;
        if (parts is [_, ""])
            parts = parts[..1];
        var numbers = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] < 1 || (i > 0 && numbers[i] <= numbers[i - 1]))
                return false;
        }
        bands = isWidth ? Every(numbers[0]) : Between(numbers);
        return true;
    }

    /// <summary>The band of a whole number, 0 or more, as it is shown.</summary>
    public string LabelOf(long value)
    {
        if (width > 0)
            return Range(value / width * width, (value / width * width) + width);
        var above = cuts.Count(cut => cut <= value);
        return above == 0 ? $"<{Text(cuts[0])}" : above == cuts.Length ? $"{Text(cuts[^1])}+" : Range(cuts[above - 1], cuts[above]);
    }

    /// <summary>Where bands begin, that at 0 left out, up to a number; all that there are, where there are cuts.</summary>
    public IEnumerable<long> Beginnings(long upTo) => width == 0 ? cuts : Enumerable.Range(1, (int)(upTo / width)).Select(band => band * width);

    private static string Range(long from, long to) => to - from == 1 ? Text(from) : $"{Text(from)}-{Text(to - 1)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
