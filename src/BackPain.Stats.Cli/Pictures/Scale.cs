using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>An axis with round numbers on it.</summary>
internal abstract class Scale
{
    /// <summary>The ticks.</summary>
    public abstract IEnumerable<decimal> Ticks { get; }

    /// <summary>The axis that holds all values of a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="most">How many steps there is room for.</param>
    public static Scale For(Chart chart, int most) =>
        chart.Measure.IsLogarithmic ? LogarithmicScale.Over(chart.Ends, most) : LinearScale.Over(chart, most);

    /// <summary>Where a value lies between the ends: 0 to 1. What lies beyond an end, as an infinite limit does, is put there.</summary>
    public abstract double PlaceOf(double value);

    /// <summary>A tick as it is written.</summary>
    public abstract string LabelOf(decimal tick, Style style);

    /// <summary>A number with as many decimals as it has.</summary>
    protected static string Plain(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}
