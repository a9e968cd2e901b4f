using System.Globalization;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>
/// Finds PSUs of the same name in several files: the same PSUs in one sample, or those of sites that number theirs alike.
/// </summary>
/// <param name="log">Where oddities go.</param>
internal sealed class SharedPsus(ProblemLog log)
{
    private readonly Dictionary<(string Stratum, string Psu), string> fileOf = [];

    /// <summary>Looks at the PSUs of a file, and reports those that an earlier file has.</summary>
    public void Look(string file, Tabulation part)
    {
        var psuIndex = part.Columns.IndexOf(KeyRole.Psu);
        if (psuIndex < 0)
            return;
        var stratumIndex = part.Columns.IndexOf(KeyRole.DesignStratum);
        var shared = part.Cells
            .Where(part.IsSampled)
            .Select(UnitOf)
            .Distinct()
            .Where(unit => !fileOf.TryAdd(unit, file) && fileOf[unit] != file)
            .ToList();
        foreach (var earlier in shared.GroupBy(unit => fileOf[unit], StringComparer.Ordinal))
        {
            var (stratum, psu) = earlier.First();
            var (count, first) = (earlier.Count(), $"'{psu}'{(stratumIndex < 0 ? "" : $" in stratum '{stratum}'")}");
            var found = count == 1
                ? $"found PSU {first}, which {earlier.Key} has too"
                : string.Create(CultureInfo.InvariantCulture, $"found {count} PSUs that {earlier.Key} has too, {first} among them");
            log.Add(new Problem(file, 1, ProblemCodes.SharedPsus, found, "counted as the same"));
        }

        (string Stratum, string Psu) UnitOf(Cell cell) => (stratumIndex < 0 ? "" : TextOf(cell, stratumIndex), TextOf(cell, psuIndex));

        string TextOf(Cell cell, int index) => part.LevelOf(cell, index)?.Text ?? "";
    }
}
