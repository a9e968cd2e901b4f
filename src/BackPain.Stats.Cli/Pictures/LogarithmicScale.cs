using BackPain.Stats.Cli.Rendering;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>An axis of ratios, on which doubling and halving are equally far from 1.</summary>
/// <param name="ticks">The ticks in ascending order; the axis runs from the first to the last.</param>
internal sealed class LogarithmicScale(IReadOnlyList<decimal> ticks) : Scale
{
    // Ratios beyond these limits are clamped to the ends.
    private const int LowestPower = -4;
    private const int HighestPower = 4;

    private static readonly decimal[][] Steps = [[1, 2, 5], [1, 3], [1]];
    private static readonly decimal[] Fine = [0.5m, 0.6m, 0.7m, 0.8m, 0.9m, 1, 1.2m, 1.4m, 1.6m, 1.8m, 2];

    /// <inheritdoc/>
    public override IEnumerable<decimal> Ticks => ticks;

    private double Low => Math.Log((double)ticks[0]);

    private double High => Math.Log((double)ticks[^1]);

    /// <summary>Returns an axis that contains 1 and all finite ratios above 0.</summary>
    /// <param name="ratios">The ratios.</param>
    /// <param name="most">The largest number of steps that fits.</param>
    public static LogarithmicScale Over(IReadOnlyCollection<double> ratios, int most)
    {
        var shown = ratios.Where(ratio => ratio > 0 && double.IsFinite(ratio)).Append(1).ToList();
        var (lowest, highest) = (shown.Min(), shown.Max());
        foreach (var candidates in Steps.Select(InPowers).Prepend(Fine))
        {
            var within = Around(candidates, lowest, highest);
            if (within.Count >= 2 && within.Count - 1 <= Math.Max(most, 2) && (double)within[0] <= lowest && (double)within[^1] >= highest)
                return new LogarithmicScale(within);
        }
        return new LogarithmicScale(InPowers(Steps[^1]));
    }

    /// <inheritdoc/>
    public override double PlaceOf(double value) => Math.Clamp((Math.Log(value) - Low) / (High - Low), 0, 1);

    /// <inheritdoc/>
    public override string LabelOf(decimal tick, Style style) => Plain(tick);

    private static decimal[] InPowers(decimal[] steps)
    {
        var all = new List<decimal>();
        for (var power = LowestPower; power <= HighestPower; power++)
            all.AddRange(steps.Select(step => step * (decimal)Math.Pow(10, power)));
        return [.. all];
    }

    /// <summary>The ticks that cover the range from the lowest to the highest value.</summary>
    private static List<decimal> Around(decimal[] candidates, double lowest, double highest)
    {
        var from = Math.Max(0, Array.FindLastIndex(candidates, tick => (double)tick <= lowest));
        var to = Array.FindIndex(candidates, tick => (double)tick >= highest) is >= 0 and var found ? found : candidates.Length - 1;
        return [.. candidates[from..(to + 1)]];
    }
}
