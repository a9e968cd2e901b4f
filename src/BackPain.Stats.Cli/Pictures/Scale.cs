using System.Globalization;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>An axis of shares with round numbers on it.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Step">From one tick to the next.</param>
internal sealed record Scale(decimal From, decimal To, decimal Step)
{
    // An axis whose marks begin nearer to 0 than this part of their span begins at 0.
    private const decimal NearZero = 0.75m;
    private const decimal SmallestSpan = 0.000000001m;

    /// <summary>The ticks.</summary>
    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = From; tick <= To; tick += Step)
                yield return tick;
        }
    }

    /// <summary>The axis that holds all shares.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="most">How many steps there is room for.</param>
    public static Scale Over(IReadOnlyCollection<double> shares, int most)
    {
        if (shares.Count == 0)
            return new Scale(0, 1, 0.2m);
        var (lowest, highest) = ((decimal)shares.Min(), (decimal)shares.Max());
        var from = lowest < (highest - lowest) * NearZero ? 0 : lowest;
        var span = Math.Max(highest - from, Math.Max(highest / 10, SmallestSpan));
        var step = RoundUp(span / most);
        var start = Math.Floor(from / step) * step;
        var end = Math.Min(1, Math.Ceiling(highest / step) * step);
        return new Scale(start, end > start ? end : start + step, step);
    }

    /// <summary>Where a share lies between the ends: 0 to 1.</summary>
    public double PlaceOf(double share) => (double)(((decimal)share - From) / (To - From));

    /// <summary>A tick as it is written: with as many decimals as tell it from the next.</summary>
    public string LabelOf(decimal tick, int per)
    {
        var step = Step * per;
        var digits = 0;
        while (decimal.Round(step, digits) != step)
            digits++;
        return (tick * per).ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>The next of 1, 2, 5, 10, …, whatever the power of ten.</summary>
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
