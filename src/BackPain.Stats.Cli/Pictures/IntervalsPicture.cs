using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Results;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>One row per stratum: the estimate, its interval, and the numbers beside it.</summary>
internal sealed class IntervalsPicture : Picture
{
    public override string Name => "intervals";

    public override string Shows => "one row per stratum, with the numbers beside it";

    public override bool Suits(Chart chart) => true;

    public override string Draw(Chart chart, Style style) =>
        new IntervalsDrawing(chart, style).Draw(chart.Title, DescriptionOf(chart, style));
}
