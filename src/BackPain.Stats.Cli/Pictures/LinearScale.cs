using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>An axis of proportions, or of their differences.</summary>
/// <param name="from">The lower end.</param>
/// <param name="to">The upper end.</param>
/// <param name="step">The distance between ticks.</param>
internal sealed class LinearScale(decimal from, decimal to, decimal step) : Scale
{
    // An axis begins at 0 if its lowest mark is closer to 0 than this fraction of the span.
    private const decimal NearZero = 0.75m;
    private const decimal SmallestSpan = 0.000000001m;

    /// <inheritdoc/>
    public override IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = from; tick <= to; tick += step)
                yield return tick;
        }
    }

    /// <summary>Returns an axis that contains all values of a chart and the null value.</summary>
    public static LinearScale Over(Chart chart, int most)
    {
        var ends = chart.Measure.Null is { } none ? [.. chart.Ends, none] : chart.Ends;
        if (ends.Count == 0)
            return new LinearScale(0, 1, 0.2m);
        var (lowest, highest) = ((decimal)ends.Min(), (decimal)ends.Max());
        var start = lowest >= 0 && lowest < (highest - lowest) * NearZero ? 0 : lowest;
        var span = Math.Max(highest - start, Math.Max(highest / 10, SmallestSpan));
        var step = RoundUp(span / most);
        var from = Math.Floor(start / step) * step;
        var to = Math.Ceiling(highest / step) * step;
        if (chart.Measure.IsProportion)
            to = Math.Min(1, to);
        return new LinearScale(from, to > from ? to : from + step, step);
    }

    /// <inheritdoc/>
    public override double PlaceOf(double value) => (double)(((decimal)value - from) / (to - from));

    /// <inheritdoc/>
    /// <remarks>Written with just enough decimals to differ from the next tick.</remarks>
    public override string LabelOf(decimal tick, Style style)
    {
        var shown = step * style.Per;
        var digits = 0;
        while (decimal.Round(shown, digits) != shown)
            digits++;
        return (tick * style.Per).ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>The next larger of 1, 2, 5 times a power of ten.</summary>
    private static decimal RoundUp(decimal least)
    {
        var power = 1m;
        while (power > least)
            power /= 10;
        while (power * 10 <= least)
            power *= 10;
        foreach (var factor in new[] { 1m, 2m, 5m })
        {
            if (power * factor >= least)
                return power * factor;
        }
        return power * 10;
    }
}
