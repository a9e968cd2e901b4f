using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Designs;

/// <summary>What was sampled inside one PSU.</summary>
/// <param name="Units">m, the units of the second stage that were sampled in it: SSUs, or persons where no SSUs are named.</param>
/// <param name="SampledFraction">f₂, the share of its units that were sampled; 0 where they are taken for infinitely many.</param>
/// <param name="Persons">The persons in the sample.</param>
public readonly record struct SampledPsu(long Units, double SampledFraction, long Persons)
{
    /// <summary>Whether it has a single unit, from which no variance can be told, although it is a sample.</summary>
    public bool IsLonely => Units == 1 && SampledFraction < 1;
}

/// <summary>The second stage of sampling: the units that were sampled inside each PSU, whoever of them belongs to a domain.</summary>
public sealed class SecondStage
{
    private readonly SamplingFrame frame;
    private readonly int ssuIndex;
    private readonly Dictionary<(int Stratum, int Psu), SampledPsu> psus = [];

    /// <exception cref="SamplingDesignException">The finite populations do not fit the sample.</exception>
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
        // Where PSUs are taken as drawn with replacement, what happens inside them adds nothing.
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

    /// <summary>The units of all PSUs.</summary>
    public long Units { get; }

    /// <summary>The PSUs in which a single unit was sampled, in words.</summary>
    public IReadOnlyList<string> Lonely { get; }

    /// <summary>The PSU of a cell that is in the sample.</summary>
    public SampledPsu PsuOf(Cell cell) => psus[KeyOf(cell)];

    /// <summary>The SSU of a cell, as a number that no other SSU of its PSU has; −1 where persons are the units.</summary>
    internal int UnitOf(Cell cell) => HasSsus ? cell.CodeOf(ssuIndex) : -1;

    private (int Stratum, int Psu) KeyOf(Cell cell) => (frame.IndexOfStratum(cell), frame.UnitOf(cell));
}
