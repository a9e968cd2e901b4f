using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>Keeps the strata and PSUs of one site apart from those of others that number theirs alike: its file becomes part of every stratum.</summary>
internal static class SiteStrata
{
    private const string Column = "site";

    /// <summary>The name of a stratum of a site; no two pairs have the same.</summary>
    public static string NameOf(string site, string stratum) =>
        stratum.Length == 0 ? site
        : site.Contains(':', StringComparison.Ordinal) || site.StartsWith('"') ? $"\"{site.Replace("\"", "\"\"", StringComparison.Ordinal)}\":{stratum}"
        : $"{site}:{stratum}";

    /// <summary>The tabulation of a site with strata of its own.</summary>
    /// <exception cref="RequestException">It has no sampling design, or one of replicate weights.</exception>
    public static Tabulation Of(Tabulation part, string site)
    {
        if (!part.HasDesign)
            throw new RequestException($"{site}: --sites keeps the design strata and PSUs of several files apart, and there is no sampling design; name its columns with --weight, --strata or --psu.");
        if (part.Weighting is { Replicates.Count: > 0 })
            throw new RequestException($"{site}: --sites is about strata and PSUs, and the variance comes from replicate weights, which are made for all sites together.");
        var place = part.IndexesOf(KeyRole.DesignStratum).FirstOrDefault(-1);
        var added = place < 0 ? 1 : 0;
        var builder = new TabulationBuilder(place < 0 ? [KeyColumn.DesignStratum(Column), .. part.Columns] : part.Columns, part.Weighting);
        for (var other = 0; other < part.Columns.Count; other++)
            builder.Declare(other + added, part.Declared[other]);
        var key = new int[builder.Columns.Count];
        foreach (var cell in part.Cells)
        {
            if (added > 0)
                key[0] = part.IsSampled(cell) ? builder.CodeOf(0, Level.Value(site)) : Tabulation.NoLevel;
            for (var other = 0; other < part.Columns.Count; other++)
                key[other + added] = part.LevelOf(cell, other) is { } level ? builder.CodeOf(other + added, other == place ? Level.Value(NameOf(site, level.Text)) : level) : Tabulation.NoLevel;
            builder.Add(key, cell.Sums);
        }
        return builder.Build();
    }
}
