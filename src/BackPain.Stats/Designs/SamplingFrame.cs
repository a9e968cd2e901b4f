using BackPain.Stats.Statistics;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>A stratum of the sampling design.</summary>
/// <param name="Name">Its name; empty where the design has no strata.</param>
/// <param name="Units">n_h, the primary sampling units: PSUs, or persons where nobody was sampled in clusters.</param>
/// <param name="SampledFraction">f_h, the share of its units that were sampled; 0 where the population is taken for infinite.</param>
/// <param name="Persons">The persons in the sample.</param>
public readonly record struct DesignStratum(string Name, long Units, double SampledFraction, long Persons)
{
    /// <summary>
    /// Whether every PSU was sampled, so that all the variance lies inside the PSUs, whose numbers of persons in the population are unknown.
    /// </summary>
    public bool LacksVarianceInsidePsus => SampledFraction >= 1 && Persons > Units;

    /// <summary>Whether it has a single unit, from which no variance can be told, although it is a sample.</summary>
    public bool IsLonely => Units == 1 && SampledFraction < 1;
}

/// <summary>
/// Which strata and units were sampled, whether or not anybody in them belongs to a domain: no unit drops out because nobody in it is of
/// interest.
/// </summary>
public sealed class SamplingFrame
{
    private readonly Tabulation tabulation;
    private readonly int stratumIndex;
    private readonly int psuIndex;
    private readonly int[] indexOfStratum;
    private readonly List<DesignStratum> strata = [];

    /// <summary>Finds the strata and units of a tabulation. Persons without weight, who were dropped, are not in it.</summary>
    /// <param name="tabulation">The tabulation.</param>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
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
                var found = $"found the finite populations {current.Fpc} and {NameOrNull(fpcIndex, cell)}{(HasStrata ? $" in stratum '{current.Name}'" : "")}";
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

    /// <summary>Whether the design has strata; else all is one stratum.</summary>
    public bool HasStrata => stratumIndex >= 0;

    /// <summary>Whether persons were sampled in clusters; else each is a unit.</summary>
    public bool HasPsus => psuIndex >= 0;

    /// <summary>Whether the sizes of the strata in the population are known.</summary>
    public bool HasFinitePopulations { get; }

    /// <summary>The second stage of sampling; null where nothing is known of it.</summary>
    public SecondStage? Second { get; }

    /// <summary>The units of all strata.</summary>
    public long Units { get; }

    /// <summary>The strata.</summary>
    public IReadOnlyList<DesignStratum> Strata => strata;

    /// <summary>The stratum of a cell that is in the sample.</summary>
    internal DesignStratum StratumOf(Cell cell) => strata[IndexOfStratum(cell)];

    /// <summary>The index of the stratum of a cell among <see cref="Strata"/>.</summary>
    internal int IndexOfStratum(Cell cell) => indexOfStratum[CodeOfStratum(cell)];

    /// <summary>The PSU of a cell, as a number that no other PSU of its stratum has; −1 where persons are the units.</summary>
    internal int UnitOf(Cell cell) => HasPsus ? cell.CodeOf(psuIndex) : -1;

    /// <summary>The name of the PSU of a cell.</summary>
    internal string NameOfUnit(Cell cell) => tabulation.LevelOf(cell, psuIndex)?.Text ?? "";

    /// <summary>Units less strata, among those of the whole design in which anybody has a weight above 0.</summary>
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

    /// <summary>Units less strata, among those in which anybody whom a statistic is about has a weight above 0.</summary>
    public long DegreesOfFreedomIn(LinearizedStatistic statistic)
    {
        var seen = new Seen(this);
        for (var i = 0; i < statistic.CellCount; i++)
            seen.Add(tabulation.Cells[statistic.CellAt(i).Cell]);
        return seen.DegreesOfFreedom;
    }

    private int CodeOfStratum(Cell cell) => HasStrata ? cell.CodeOf(stratumIndex) : 0;

    /// <summary>Units and strata, as their cells go by in the order of the tabulation.</summary>
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
