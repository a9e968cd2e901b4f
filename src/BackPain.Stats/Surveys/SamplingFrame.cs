using System.Globalization;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Surveys;

/// <summary>A stratum of the sampling design.</summary>
/// <param name="Name">Its name; empty where the design has no strata.</param>
/// <param name="Units">n_h, the primary sampling units: PSUs, or persons where nobody was sampled in clusters.</param>
/// <param name="SampledFraction">f_h, the share of its units that were sampled; 0 where the population is taken for infinite.</param>
public readonly record struct DesignStratum(string Name, long Units, double SampledFraction)
{
    /// <summary>Whether it has a single unit, from which no variance can be told, although it is a sample.</summary>
    public bool IsLonely => Units == 1 && SampledFraction < 1;
}

/// <summary>Which strata and units were sampled, whoever of them belongs to a domain. No unit leaves it because nobody in it is of interest.</summary>
public sealed class SamplingFrame
{
    private readonly Tabulation tabulation;
    private readonly int[] stratumOf;
    private readonly int[] unitOf;
    private readonly List<DesignStratum> strata = [];

    /// <summary>Finds the strata and units of a tabulation. Persons without weight, who were dropped, are not in it.</summary>
    /// <param name="tabulation">The tabulation; design keys stand before all others, so that the cells of a unit stand together.</param>
    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
    public SamplingFrame(Tabulation tabulation)
    {
        this.tabulation = tabulation;
        var (stratumPlace, psuPlace, fpcPlace) = (First(KeyRole.DesignStratum), First(KeyRole.Psu), First(KeyRole.Fpc));
        HasStrata = stratumPlace >= 0;
        HasPsus = psuPlace >= 0;
        stratumOf = new int[tabulation.CellSpan.Length];
        unitOf = new int[tabulation.CellSpan.Length];
        var sizes = new List<(string Name, long Units, string? Fpc)>();
        var (stratum, psu) = (Tabulation.NotAsked - 1, Tabulation.NotAsked - 1);
        for (var i = 0; i < unitOf.Length; i++)
        {
            ref readonly var cell = ref tabulation.CellSpan[i];
            if (!tabulation.IsSampled(cell))
            {
                (stratumOf[i], unitOf[i]) = (-1, -1);
                continue;
            }
            if (sizes.Count == 0 || (HasStrata && cell.Codes[stratumPlace] != stratum))
            {
                sizes.Add((NameOf(stratumPlace, cell), 0, NameOrNull(fpcPlace, cell)));
                (stratum, psu) = (HasStrata ? cell.Codes[stratumPlace] : 0, Tabulation.NotAsked - 1);
            }
            var current = sizes[^1];
            if (NameOrNull(fpcPlace, cell) != current.Fpc)
                throw new SamplingDesignException(current.Name, $"found the finite populations {current.Fpc} and {NameOrNull(fpcPlace, cell)} in stratum '{current.Name}'", "expected one for the stratum");
            if (!HasPsus)
                sizes[^1] = current with { Units = current.Units + cell.Sums.N };
            else if (cell.Codes[psuPlace] != psu)
                (psu, Units, sizes[^1]) = (cell.Codes[psuPlace], Units + 1, current with { Units = current.Units + 1 });
            (stratumOf[i], unitOf[i]) = (sizes.Count - 1, HasPsus ? (int)Units - 1 : -1);
        }
        Units = sizes.Sum(size => size.Units);
        HasFinitePopulations = fpcPlace >= 0;
        SetFractions(sizes);

        int First(KeyRole role) => tabulation.PlacesOf(role).FirstOrDefault(-1);
        string? NameOrNull(int place, in Cell cell) => place < 0 ? null : tabulation.LevelOf(cell, place)?.Text;
        string NameOf(int place, in Cell cell) => NameOrNull(place, cell) ?? "";
    }

    /// <summary>Whether the design has strata; else all is one stratum.</summary>
    public bool HasStrata { get; }

    /// <summary>Whether persons were sampled in clusters; else each is a unit.</summary>
    public bool HasPsus { get; }

    /// <summary>Whether the sizes of the strata in the population are known.</summary>
    public bool HasFinitePopulations { get; }

    /// <summary>The units of all strata.</summary>
    public long Units { get; private set; }

    /// <summary>The strata.</summary>
    public IReadOnlyList<DesignStratum> Strata => strata;

    /// <summary>The place of the stratum of a cell among <see cref="Strata"/>; −1 where it is not in the design.</summary>
    public int StratumOf(int cell) => stratumOf[cell];

    /// <summary>The PSU of a cell, numbered over all strata; −1 where persons are the units.</summary>
    public int UnitOf(int cell) => unitOf[cell];

    /// <summary>Units less strata, among those in which anybody of some cells has a weight above 0.</summary>
    /// <param name="cells">The cells, in the order of the tabulation.</param>
    public long DegreesOfFreedomAmong(IEnumerable<int> cells)
    {
        var (units, strataSeen) = (0L, 0L);
        var (lastUnit, lastStratum) = (-1, -1);
        foreach (var place in cells)
        {
            var sums = tabulation.CellSpan[place].Sums;
            if (stratumOf[place] < 0 || sums.W.Value == 0)
                continue;
            units += !HasPsus ? sums.N : unitOf[place] != lastUnit ? 1 : 0;
            strataSeen += stratumOf[place] != lastStratum ? 1 : 0;
            (lastUnit, lastStratum) = (unitOf[place], stratumOf[place]);
        }
        return units - strataSeen;
    }

    /// <summary>Fractions where every number is at most 1, else counts of units.</summary>
    private void SetFractions(List<(string Name, long Units, string? Fpc)> sizes)
    {
        var numbers = sizes.ConvertAll(size => size.Fpc is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.PositiveInfinity);
        var areFractions = HasFinitePopulations && numbers.TrueForAll(number => number <= 1);
        foreach (var ((name, units, text), number) in sizes.Zip(numbers))
        {
            if (!areFractions && number < 1)
                throw new SamplingDesignException(name, $"found the fraction {text} in stratum '{name}' and a count in another", "expected fractions in all strata or counts in all");
            if (!areFractions && number < units)
                throw new SamplingDesignException(name, string.Create(CultureInfo.InvariantCulture, $"found a finite population of {text} in stratum '{name}', of which {units} {(HasPsus ? "PSUs" : "persons")} were sampled"), $"expected at least as many {(HasPsus ? "PSUs" : "persons")} in the population as in the sample");
            strata.Add(new DesignStratum(name, units, areFractions ? number : units / number));
        }
    }
}
