namespace BackPain.Stats.Intervals;

/// <summary>The catalogue of all interval methods. A new method is one more line here.</summary>
public static class IntervalMethods
{
    /// <summary>All methods, in display order.</summary>
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

    /// <summary>The default for a simple random sample.</summary>
    public static IntervalMethod Default => All[0];

    /// <summary>The default for a sampling design.</summary>
    public static IntervalMethod DefaultOfDesign { get; } = All.First(method => method is Logit);

    /// <summary>
    /// The method used in place of one that has no interval at 0 and 1, and for the interval widths of presentation standards.
    /// </summary>
    public static IntervalMethod KornGraubard { get; } = All.First(method => method is ClopperPearson);

    /// <summary>Returns the method with the given name or alias, ignoring case, or null if there is none.</summary>
    public static IntervalMethod? Find(string name)
    {
        foreach (var method in All)
        {
            if (NamesOf(method).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase))
                return method;
        }
        return null;
    }

    /// <summary>Returns the canonical name of a method, followed by its aliases.</summary>
    public static IEnumerable<string> NamesOf(IntervalMethod method) => method.Aliases.Prepend(method.Name);
}
