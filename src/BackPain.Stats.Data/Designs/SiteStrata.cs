using BackPain.Stats.Data.Problems;
using BackPain.Stats.Definitions;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>
/// Keeps the strata and PSUs of one site apart from those of others that number theirs alike: its file becomes part of every stratum.
/// </summary>
internal static class SiteStrata
{
    private const string Column = "site";

    /// <summary>The name of a stratum of a site; no two pairs have the same.</summary>
    public static string NameOf(string site, string stratum) =>
        stratum.Length == 0 ? site
        : site.Contains(':', StringComparison.Ordinal) || site.StartsWith('"')
            ? $"\"{site.Replace("\"", "\"\"", StringComparison.Ordinal)}\":{stratum}"
        : $"{site}:{stratum}";

    /// <summary>The tabulation of a site with strata of its own.</summary>
    /// <exception cref="RequestException">It has no sampling design, or one of replicate weights.</exception>
    public static Tabulation Of(Tabulation part, string site)
    {
        if (!part.HasDesign)
        {
            throw new RequestException(
                $"{site}: {Settings.Sites} keeps the design strata and PSUs of several files apart, and there is no sampling design; "
                + $"name its columns with {Settings.Weight}, {Settings.Strata} or {Settings.Psu}.");
        }
        if (part.Weighting is { Replicates.Count: > 0 })
        {
            throw new RequestException(
                $"{site}: {Settings.Sites} is about strata and PSUs, and the variance comes from replicate weights, "
                + $"which are made for all sites together.");
        }
        var hasStrata = part.Columns.Find(KeyRole.DesignStratum) is not null;
        var builder = new TabulationBuilder(hasStrata ? part.Columns : part.Columns.With(KeyColumn.DesignStratum(Column)), part.Weighting);
        var stratum = builder.Columns.IndexOf(KeyRole.DesignStratum);
        var indexes = builder.Columns.IndexesIn(part.Columns);
        builder.DeclareAsIn(part);
        foreach (var cell in part.Cells)
            builder.Add(index => LevelIn(cell, index), cell.Sums);
        return builder.Build();

        Level? LevelIn(Cell cell, int index) =>
            index != stratum ? part.LevelOf(cell, indexes[index])
            : hasStrata ? part.LevelOf(cell, indexes[index]) is { } known ? Level.Value(NameOf(site, known.Text)) : null
            : part.IsSampled(cell) ? Level.Value(site)
            : null;
    }
}
