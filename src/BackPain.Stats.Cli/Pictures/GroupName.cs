namespace BackPain.Stats.Cli.Pictures;

/// <summary>The name of a group, as written at the end of its line.</summary>
/// <param name="Group">The group.</param>
/// <param name="Lines">Its name, in lines.</param>
internal sealed record GroupName(ProfileGroup Group, IReadOnlyList<string> Lines)
{
    /// <summary>Moves stacked items apart until none touches the next and all are within bounds.</summary>
    /// <param name="things">The preferred middle and the height of each item, in order.</param>
    /// <param name="top">The upper bound.</param>
    /// <param name="bottom">The lower bound; all items fit.</param>
    /// <returns>The middle of each item.</returns>
    public static IReadOnlyList<double> Spread(IReadOnlyList<(double Middle, double Height)> things, double top, double bottom)
    {
        var middles = new double[things.Count];
        var free = top;
        for (var i = 0; i < things.Count; i++)
        {
            middles[i] = Math.Max(things[i].Middle, free + (things[i].Height / 2));
            free = middles[i] + (things[i].Height / 2);
        }
        free = bottom;
        for (var i = things.Count - 1; i >= 0 && middles[i] + (things[i].Height / 2) > free; i--)
        {
            middles[i] = free - (things[i].Height / 2);
            free = middles[i] - (things[i].Height / 2);
        }
        return middles;
    }
}
