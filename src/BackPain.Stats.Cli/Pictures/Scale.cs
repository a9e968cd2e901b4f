using System.Globalization;
using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>An axis with round tick values.</summary>
internal abstract class Scale
{
    /// <summary>The ticks.</summary>
    public abstract IEnumerable<decimal> Ticks { get; }

    /// <summary>Returns an axis that contains all values of a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="most">The largest number of steps that fits.</param>
    public static Scale For(Chart chart, int most) =>
        chart.Measure.IsLogarithmic ? LogarithmicScale.Over(chart.Ends, most) : LinearScale.Over(chart, most);

    /// <summary>
    /// The position of a value between the ends, from 0 to 1. Values beyond an end, such as an infinite limit, are clamped to it.
    /// </summary>
    public abstract double PlaceOf(double value);

    /// <summary>The label of a tick.</summary>
    public abstract string LabelOf(decimal tick, Style style);

    /// <summary>A number written with all of its decimals.</summary>
    protected static string Plain(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}
