namespace BackPain.Stats.Cli.Pictures;

/// <summary>The name of a group, as it stands at the end of its line.</summary>
/// <param name="Group">The group.</param>
/// <param name="Lines">Its name, in lines.</param>
internal sealed record GroupName(ProfileGroup Group, IReadOnlyList<string> Lines)
{
    /// <summary>Moves things that stand one below the other so far apart that none touches the next, and none leaves the room.</summary>
    /// <param name="things">Where the middle of each would like to be, in order, and how high it is.</param>
    /// <param name="top">Where the room begins.</param>
    /// <param name="bottom">Where it ends; there is room for all.</param>
    /// <returns>Where the middle of each is.</returns>
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
