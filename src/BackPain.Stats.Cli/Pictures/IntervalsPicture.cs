using BackPain.Stats.Cli.Rendering;
using BackPain.Stats.Cli.Tables;

namespace BackPain.Stats.Cli.Pictures;

/// <summary>One line a stratum: the estimate, its interval, and the numbers beside it.</summary>
internal sealed class IntervalsPicture : Picture
{
    public override string Name => "intervals";

    public override string Shows => "a line a stratum, with the numbers beside it";

    public override bool Suits(Table estimates) => true;

    public override string Draw(Table estimates, Style style)
    {
        var marks = Mark.In(estimates);
        return new IntervalsDrawing(marks, style).Draw(TitleOf(marks), DescriptionOf(marks, style));
    }
}
