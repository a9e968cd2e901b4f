using System.Globalization;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>
/// Lets each site of a study give the sizes of its finite populations in its own way: where some sites give the fractions that were
/// sampled and others counts of units, the fractions become counts.
/// </summary>
public static class PopulationSizes
{
    /// <summary>Replaces the tabulations of sites that give fractions by ones with counts, if any other site gives counts.</summary>
    /// <param name="sites">The tabulation of each site, without replicate weights; no two have a stratum in common.</param>
    public static void Unify(IList<Tabulation> sites)
    {
        foreach (var role in (KeyRole[])[KeyRole.Fpc, KeyRole.SecondFpc])
        {
            var giving = sites.Where(site => site.Columns.IndexOf(role) >= 0).ToLookup(site => GivesFractions(site, role));
            if (!giving[false].Any())
                continue;
            foreach (var site in giving[true])
                sites[sites.IndexOf(site)] = WithCounts(site, role);
        }
    }

    /// <summary>Whether the numbers of a site are fractions, which they are if none is above 1.</summary>
    private static bool GivesFractions(Tabulation site, KeyRole role)
    {
        var index = site.Columns.IndexOf(role);
        return site.Cells
            .Where(site.IsSampled)
            .All(cell => site.LevelOf(cell, index) is not { } size || double.Parse(size.Text, CultureInfo.InvariantCulture) <= 1);
    }

    private static Tabulation WithCounts(Tabulation site, KeyRole role)
    {
        SamplingFrame frame;
        try
        {
            frame = new SamplingFrame(site);
        }
        catch (SamplingDesignException)
        {
            // Reported with the design of all sites, whose strata have the names that users see.
            return site;
        }
        var changed = site.Columns.IndexOf(role);
        var builder = new TabulationBuilder(site.Columns, site.Weighting);
        for (var index = 0; index < site.Columns.Count; index++)
            builder.Declare(index, index == changed ? [] : site.Declared[index]);
        foreach (var cell in site.Cells)
            builder.Add(index => LevelIn(cell, index), cell.Sums);
        return builder.Build();

        Level? LevelIn(Cell cell, int index) => index == changed && site.IsSampled(cell)
            ? Level.Value(CountOf(frame, cell, role))
            : site.LevelOf(cell, index);
    }

    /// <summary>The units that the population of a cell has, N = n/f.</summary>
    private static string CountOf(SamplingFrame frame, Cell cell, KeyRole role)
    {
        var (units, fraction) = role == KeyRole.Fpc
            ? (frame.StratumOf(cell).Units, frame.StratumOf(cell).SampledFraction)
            : (frame.Second!.PsuOf(cell).Units, frame.Second.PsuOf(cell).SampledFraction);
        return (units / fraction).ToString(CultureInfo.InvariantCulture);
    }
}
