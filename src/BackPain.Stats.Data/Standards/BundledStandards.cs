using System.Globalization;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Populations;

namespace BackPain.Stats.Data.Standards;

/// <summary>The standard populations that come with the program, in the dataset <c>standard-populations</c>.</summary>
public static class BundledStandards
{
    /// <summary>The name of the dataset.</summary>
    public const string Dataset = "standard-populations";

    // The groupings in five-year ages to 85 and over, which most published figures use.
    private static readonly (string Short, string Name)[] Usual =
    [
        ("who-2000", "who2000-18"), ("segi-1960", "segi1960-18"), ("europe-1976", "esp1976-18"), ("europe-2013", "esp2013-18"),
        ("us-2000", "us2000-18"), ("us-2000-nchs", "us2000-nchs"), ("australia-2001", "asp2001-18"),
    ];

    private static readonly Lazy<IReadOnlyList<StandardPopulation>> Read = new(ReadAll);

    /// <summary>All of them, under their short name where they have one; others follow.</summary>
    public static IReadOnlyList<StandardPopulation> All => Read.Value;

    /// <summary>The names under which they can be asked for.</summary>
    public static IEnumerable<string> Names =>
        All.Select(standard => standard.Name).Concat(Usual.Select(usual => usual.Name)).Distinct(StringComparer.Ordinal);

    /// <summary>Returns the standard with a name, or null if there is none.</summary>
    public static StandardPopulation? Find(string name)
    {
        var known = Usual.FirstOrDefault(usual => usual.Name == name).Short ?? name;
        return All.FirstOrDefault(standard => standard.Name == known);
    }

    private static IReadOnlyList<StandardPopulation> ReadAll()
    {
        if (BundledData.Find(Dataset) is not { } codebook)
            return [];
        var log = new ProblemLog();
        var file = new InputFile(Dataset, BundledData.PathOf(codebook), codebook);
        using var table = file.OpenRows(new CsvDialect(','), fingerprint: false, log);
        var (standard, title, from, to, weight) = (
            table.Find("standard"), table.Find("name"), table.Find("age_from"), table.Find("age_to"), table.Find("weight"));
        log.ThrowIfErrors();
        var rows = new List<(string Standard, string Title, StandardGroup Group)>();
        while (table.Read())
        {
            var range = new NumberRange(Whole(DataRows.Shown(table[from])), table[to].IsEmpty ? null : Whole(DataRows.Shown(table[to])));
            rows.Add((
                DataRows.Shown(table[standard]),
                DataRows.Shown(table[title]),
                new StandardGroup([range.ToString()], double.Parse(table[weight], CultureInfo.InvariantCulture))));
        }
        log.ThrowIfErrors();
        var found = rows.GroupBy(row => row.Standard).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return
        [
            .. Usual.Where(usual => found.ContainsKey(usual.Name)).Select(usual => PopulationOf(usual.Short, found[usual.Name])),
            .. found.Where(entry => Usual.All(usual => usual.Name != entry.Key)).Select(entry => PopulationOf(entry.Key, entry.Value)),
        ];
    }

    private static StandardPopulation PopulationOf(string name, List<(string Standard, string Title, StandardGroup Group)> rows) =>
        new(name, rows[0].Title, ["age"], rows.ConvertAll(row => row.Group));

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
