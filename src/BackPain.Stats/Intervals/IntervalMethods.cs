namespace BackPain.Stats.Intervals;

/// <summary>The catalogue: every interval method there is, in the order in which they are shown. A new method is one more line here.</summary>
public static class IntervalMethods
{
    /// <summary>All methods.</summary>
    public static IReadOnlyList<IntervalMethod> All { get; } =
    [
        new Wilson(),
        new WilsonContinuityCorrected(),
        new ClopperPearson(),
        new MidP(),
        new Jeffreys(),
        new AgrestiCoull(),
        new LikelihoodRatio(),
        new Blaker(),
        new Arcsine(),
        new Logit(),
        new Wald(),
        new WaldContinuityCorrected(),
    ];

    /// <summary>The method used for a simple random sample when none is named.</summary>
    public static IntervalMethod Default => All[0];

    /// <summary>The method used for a sampling design when none is named.</summary>
    public static IntervalMethod DefaultOfDesign { get; } = All.First(method => method is Logit);

    /// <summary>The method that stands in for one that has no interval at 0 and 1, and that gives presentation standards their widths.</summary>
    public static IntervalMethod KornGraubard { get; } = All.First(method => method is ClopperPearson);

    /// <summary>The method with this name or alias, in any case; nothing if there is none.</summary>
    public static IntervalMethod? Find(string name)
    {
        foreach (var method in All)
        {
            if (NamesOf(method).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase))
                return method;
        }
        return null;
    }

    /// <summary>The canonical name of a method and its aliases.</summary>
    public static IEnumerable<string> NamesOf(IntervalMethod method) => method.Aliases.Prepend(method.Name);
}
