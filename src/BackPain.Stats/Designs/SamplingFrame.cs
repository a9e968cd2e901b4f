using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>A stratum of the sampling design.</summary>
/// <param name="Name">The name; empty if the design has no strata.</param>
/// <param name="Units">n_h, the number of primary sampling units: PSUs, or persons if there are no clusters.</param>
/// <param name="SampledFraction">f_h, the fraction of its units that were sampled; 0 if the population is treated as infinite.</param>
/// <param name="Persons">The number of persons in the sample.</param>
public readonly record struct DesignStratum(string Name, long Units, double SampledFraction, long Persons)
{
    /// <summary>Whether every PSU was sampled, so that all variance lies within the PSUs, whose population sizes are unknown.</summary>
    public bool LacksVarianceInsidePsus => SampledFraction >= 1 && Persons > Units;

    /// <summary>Whether a single unit was sampled out of several, which shows no variance.</summary>
    public bool IsLonely => Units == 1 && SampledFraction < 1;
}

/// <summary>The strata and units that were sampled, regardless of domains: a unit without persons of a domain still counts.</summary>
public sealed class SamplingFrame
{
    private readonly Tabulation tabulation;
    private readonly int stratumIndex;
    private readonly int psuIndex;
    private readonly int[] indexOfStratum;
    private readonly List<DesignStratum> strata = [];

    /// <summary>Finds the strata and units of a tabulation. Persons who were dropped for lack of a weight are not included.</summary>
    /// <param name="tabulation">The tabulation.</param>
    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    public SamplingFrame(Tabulation tabulation)
    {
        this.tabulation = tabulation;
        var keys = tabulation.Columns;
        (stratumIndex, psuIndex) = (keys.IndexOf(KeyRole.DesignStratum), keys.IndexOf(KeyRole.Psu));
        var fpcIndex = keys.IndexOf(KeyRole.Fpc);
        indexOfStratum = new int[HasStrata ? tabulation.Levels[stratumIndex].Count : 1];
        var sizes = new List<(string Name, long Units, long Persons, string? Fpc)>();
        var (stratum, psu) = (-1, -1);
        foreach (var cell in tabulation.Cells)
        {
            if (!tabulation.IsSampled(cell))
                continue;
            if (CodeOfStratum(cell) != stratum)
            {
                (stratum, psu) = (CodeOfStratum(cell), -1);
                indexOfStratum[stratum] = sizes.Count;
                sizes.Add((NameOrNull(stratumIndex, cell) ?? "", 0, 0, NameOrNull(fpcIndex, cell)));
            }
            var current = sizes[^1];
            if (NameOrNull(fpcIndex, cell) != current.Fpc)
            {
                var found = $"found the finite populations {current.Fpc} and {NameOrNull(fpcIndex, cell)}"
                    + (HasStrata ? $" in stratum '{current.Name}'" : "");
                throw new SamplingDesignException(current.Name, null, found, "expected one for the stratum");
            }
            var newUnits = !HasPsus ? cell.Sums.N : UnitOf(cell) != psu ? 1 : 0;
            sizes[^1] = current with { Units = current.Units + newUnits, Persons = current.Persons + cell.Sums.N };
            psu = UnitOf(cell);
        }
        Units = sizes.Sum(size => size.Units);
        HasFinitePopulations = fpcIndex >= 0;
        var populations = sizes.ConvertAll(size =>
            new SampledPopulation(size.Name, null, HasStrata ? $"in stratum '{size.Name}'" : "", size.Units, size.Fpc));
        var fractions = SampledFractions.Of(populations, HasPsus ? "PSUs" : "persons");
        for (var i = 0; i < sizes.Count; i++)
            strata.Add(new DesignStratum(sizes[i].Name, sizes[i].Units, fractions[i], sizes[i].Persons));
        var (ssuIndex, secondFpcIndex) = (keys.IndexOf(KeyRole.Ssu), keys.IndexOf(KeyRole.SecondFpc));
        Second = HasPsus && (ssuIndex >= 0 || secondFpcIndex >= 0) ? new SecondStage(tabulation, this, ssuIndex, secondFpcIndex) : null;

        string? NameOrNull(int index, Cell cell) => index < 0 ? null : tabulation.LevelOf(cell, index)?.Text;
    }

    /// <summary>Whether the design has strata; otherwise everything is one stratum.</summary>
    public bool HasStrata => stratumIndex >= 0;

    /// <summary>Whether persons were sampled in clusters; otherwise each person is a unit.</summary>
    public bool HasPsus => psuIndex >= 0;

    /// <summary>Whether the population sizes of the strata are known.</summary>
    public bool HasFinitePopulations { get; }

    /// <summary>The second stage of sampling; null if nothing is known about it.</summary>
    public SecondStage? Second { get; }

    /// <summary>The number of units in all strata.</summary>
    public long Units { get; }

    /// <summary>The strata.</summary>
    public IReadOnlyList<DesignStratum> Strata => strata;

    /// <summary>Returns the stratum of a cell in the sample.</summary>
    internal DesignStratum StratumOf(Cell cell) => strata[IndexOfStratum(cell)];

    /// <summary>Returns the index of the stratum of a cell among <see cref="Strata"/>.</summary>
    internal int IndexOfStratum(Cell cell) => indexOfStratum[CodeOfStratum(cell)];

    /// <summary>Returns a number that identifies the PSU of a cell within its stratum, or −1 if persons are the units.</summary>
    internal int UnitOf(Cell cell) => HasPsus ? cell.CodeOf(psuIndex) : -1;

    /// <summary>Returns the name of the PSU of a cell.</summary>
    internal string NameOfUnit(Cell cell) => tabulation.LevelOf(cell, psuIndex)?.Text ?? "";

    /// <summary>Returns units minus strata, counting those of the whole design in which anybody has a positive weight.</summary>
    public long DegreesOfFreedom()
    {
        var seen = new Seen(this);
        foreach (var cell in tabulation.Cells)
        {
            if (tabulation.IsSampled(cell))
                seen.Add(cell);
        }
        return seen.DegreesOfFreedom;
    }

    /// <summary>Returns units minus strata, counting those in which anybody who belongs to a statistic has a positive weight.</summary>
    public long DegreesOfFreedomIn(LinearizedStatistic statistic)
    {
        var seen = new Seen(this);
        for (var i = 0; i < statistic.CellCount; i++)
            seen.Add(tabulation.Cells[statistic.CellAt(i).Cell]);
        return seen.DegreesOfFreedom;
    }

    private int CodeOfStratum(Cell cell) => HasStrata ? cell.CodeOf(stratumIndex) : 0;

    /// <summary>Counts units and strata while their cells are visited in the order of the tabulation.</summary>
    private struct Seen(SamplingFrame frame)
    {
        private long units;
        private long strata;
        private int stratum = -1;
        private int unit = -1;

        public readonly long DegreesOfFreedom => units - strata;

        public void Add(Cell cell)
        {
            var sums = cell.Sums;
            if (sums.W.Value == 0)
                return;
            var (ofStratum, ofUnit) = (frame.CodeOfStratum(cell), frame.UnitOf(cell));
            if (ofStratum != stratum)
                (strata, stratum, unit) = (strata + 1, ofStratum, -1);
            if (!frame.HasPsus)
                units += sums.N;
            else if (ofUnit != unit)
                units++;
            unit = ofUnit;
        }
    }
}
