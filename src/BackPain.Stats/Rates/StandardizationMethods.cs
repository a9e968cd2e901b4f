namespace BackPain.Stats.Rates;

/// <summary>
/// The catalogue of the methods that only standardization has; it takes every interval method for one proportion as well.
/// </summary>
public static class StandardizationMethods
{
    /// <summary>The methods for rare conditions, direct standardization.</summary>
    public static IReadOnlyList<WeightedRateMethod> Rare { get; } = [new FayFeuer(), new Tiwari(), new Dobson()];

    /// <summary>The methods for the ratio of observed to expected cases, indirect standardization.</summary>
    public static IReadOnlyList<PoissonCountMethod> OfRatios { get; } = [new PoissonExact(), new Byar(), new PoissonMidP()];

    /// <summary>All of them, in display order.</summary>
    public static IReadOnlyList<StandardizationMethod> All { get; } = [.. Rare, .. OfRatios, new LogRatio()];

    /// <summary>Returns the method with the given name, ignoring case, or null if there is none.</summary>
    public static StandardizationMethod? Find(string name) =>
        All.FirstOrDefault(method => method.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
