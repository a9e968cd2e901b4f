namespace BackPain.Stats.Populations;

/// <summary>The part of a standard population that the data are standardized to.</summary>
/// <param name="Strata">The strata and their shares of the part used, which add up to 1, in order.</param>
/// <param name="LeftOut">The groups outside of the limits of the data.</param>
/// <param name="ShareLeftOut">Their share of the whole standard, from 0 to 1.</param>
public sealed record StandardPart(
    IReadOnlyList<(string Name, double Share)> Strata, IReadOnlyList<string> LeftOut, double ShareLeftOut)
{
    /// <summary>Finds the part that matches the data.</summary>
    internal static StandardPart Of(StandardPopulation standard, MatchedPopulation<StandardGroup> matched)
    {
        var weights = matched.Strata.Select(groups => groups.Sum(group => group.Weight)).ToList();
        var used = weights.Sum();
        return new StandardPart(
            [.. matched.Names.Zip(weights, (name, weight) => (name, weight / used))],
            [.. matched.LeftOut.Select(group => group.ToString())],
            matched.LeftOut.Sum(group => group.Weight) / standard.Weight);
    }
}
