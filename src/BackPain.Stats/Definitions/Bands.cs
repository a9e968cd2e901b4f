using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>Groups whole numbers, such as ages in completed years, into bands of equal width or between cut points.</summary>
public sealed class Bands
{
    private readonly long width;
    private readonly long[] cuts;

    private Bands(long width, long[] cuts) => (this.width, this.cuts) = (width, cuts);

    /// <summary>Creates bands of equal width that start at 0: a width of 10 gives 0-9, 10-19, ….</summary>
    public static Bands Every(long width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return new Bands(width, []);
    }

    /// <summary>Creates bands between cut points: 20, 40 and 60 give &lt;20, 20-39, 40-59 and 60+.</summary>
    /// <exception cref="ArgumentException">There are no cut points, or they are not strictly increasing.</exception>
    public static Bands Between(params IReadOnlyList<long> cuts)
    {
        if (cuts.Count == 0 || cuts.Zip(cuts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("The cut points must be strictly increasing, and there must be at least one.", nameof(cuts));
        return new Bands(0, [.. cuts]);
    }

    /// <summary>Parses a single number as a width, and several numbers, or one followed by a comma, as cut points.</summary>
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
            var isNumber = long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]);
            if (!isNumber || numbers[i] < 1 || (i > 0 && numbers[i] <= numbers[i - 1]))
                return false;
        }
        bands = isWidth ? Every(numbers[0]) : Between(numbers);
        return true;
    }

    /// <summary>Returns the label of the band that contains a whole number, which must not be negative.</summary>
    public string LabelOf(long value)
    {
        if (width > 0)
            return BandFrom(value / width * width);
        var above = cuts.Count(cut => cut <= value);
        return above == 0 ? $"<{Text(cuts[0])}" : above == cuts.Length ? $"{Text(cuts[^1])}+" : Range(cuts[above - 1], cuts[above]);
    }

    /// <summary>
    /// Returns the lower bounds of the bands, except 0: up to a number if the bands are of equal width, and all cut points otherwise.
    /// </summary>
    public IEnumerable<long> Beginnings(long upTo) =>
        width == 0 ? cuts : Enumerable.Range(1, (int)(upTo / width)).Select(band => band * width);

    private string BandFrom(long from) => from > long.MaxValue - width ? $"{Text(from)}+" : Range(from, from + width);

    private static string Range(long from, long to) => to - from == 1 ? Text(from) : $"{Text(from)}-{Text(to - 1)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
