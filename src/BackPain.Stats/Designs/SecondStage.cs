using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>The sample within one PSU.</summary>
/// <param name="Units">m, the number of second-stage units sampled: SSUs, or persons if no SSUs are named.</param>
/// <param name="SampledFraction">f₂, the fraction of its units that were sampled; 0 if their number is treated as infinite.</param>
/// <param name="Persons">The number of persons in the sample.</param>
public readonly record struct SampledPsu(long Units, double SampledFraction, long Persons)
{
    /// <summary>Whether a single unit was sampled out of several, which shows no variance.</summary>
    public bool IsLonely => Units == 1 && SampledFraction < 1;
}

/// <summary>The second stage of sampling: the units that were sampled within each PSU, regardless of domains.</summary>
public sealed class SecondStage
{
    private readonly SamplingFrame frame;
    private readonly int ssuIndex;
    private readonly Dictionary<(int Stratum, int Psu), SampledPsu> psus = [];

    /// <exception cref="SamplingDesignException">The finite populations contradict the sample.</exception>
    internal SecondStage(Tabulation tabulation, SamplingFrame frame, int ssuIndex, int fpcIndex)
    {
        (this.frame, this.ssuIndex) = (frame, ssuIndex);
        var keys = new List<(int Stratum, int Psu)>();
        var counted = new List<(SampledPopulation Population, long Persons)>();
        var ssu = -1;
        foreach (var cell in tabulation.Cells)
        {
            if (!tabulation.IsSampled(cell))
                continue;
            var size = fpcIndex < 0 ? null : tabulation.LevelOf(cell, fpcIndex)?.Text;
            if (keys.Count == 0 || keys[^1] != KeyOf(cell))
            {
                var (stratum, psu) = (frame.StratumOf(cell).Name, frame.NameOfUnit(cell));
                var where = $"in PSU '{psu}'{(frame.HasStrata ? $" of stratum '{stratum}'" : "")}";
                keys.Add(KeyOf(cell));
                counted.Add((new SampledPopulation(stratum, psu, where, 0, size), 0));
                ssu = -1;
            }
            var (current, persons) = counted[^1];
            if (size != current.Size)
            {
                var found = $"found the finite populations {current.Size} and {size} {current.Where}";
                throw new SamplingDesignException(current.Stratum, current.Psu, found, "expected one for the PSU");
            }
            var newUnits = !HasSsus ? cell.Sums.N : UnitOf(cell) != ssu ? 1 : 0;
            counted[^1] = (current with { Units = current.Units + newUnits }, persons + cell.Sums.N);
            ssu = UnitOf(cell);
        }
        HasFinitePopulations = fpcIndex >= 0;
        var fractions = SampledFractions.Of(counted.ConvertAll(psu => psu.Population), HasSsus ? "SSUs" : "persons");
        for (var i = 0; i < keys.Count; i++)
            psus[keys[i]] = new SampledPsu(counted[i].Population.Units, fractions[i], counted[i].Persons);
        Units = counted.Sum(psu => psu.Population.Units);
        // If PSUs are treated as drawn with replacement, the second stage adds no variance.
        Lonely =
        [
            .. from i in Enumerable.Range(0, keys.Count)
               where psus[keys[i]].IsLonely && frame.Strata[keys[i].Stratum].SampledFraction > 0
               select counted[i].Population.Where["in ".Length..],
        ];
    }

    /// <summary>Whether SSUs are named; otherwise persons are the units of the second stage.</summary>
    public bool HasSsus => ssuIndex >= 0;

    /// <summary>Whether the sizes of the PSUs are known.</summary>
    public bool HasFinitePopulations { get; }

    /// <summary>The number of units in all PSUs.</summary>
    public long Units { get; }

    /// <summary>The PSUs in which a single unit was sampled, in words: "PSU '3' of stratum 'north'".</summary>
    public IReadOnlyList<string> Lonely { get; }

    /// <summary>Returns the PSU of a cell in the sample.</summary>
    public SampledPsu PsuOf(Cell cell) => psus[KeyOf(cell)];

    /// <summary>Returns a number that identifies the SSU of a cell within its PSU, or −1 if persons are the units.</summary>
    internal int UnitOf(Cell cell) => HasSsus ? cell.CodeOf(ssuIndex) : -1;

    private (int Stratum, int Psu) KeyOf(Cell cell) => (frame.IndexOfStratum(cell), frame.UnitOf(cell));
}
