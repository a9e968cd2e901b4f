using System.Globalization;

namespace BackPain.Stats.Designs;

/// <summary>A population that was sampled at one stage: a stratum of the design, or a PSU.</summary>
/// <param name="Stratum">The name of the design stratum; empty where the design has none.</param>
/// <param name="Psu">The name of the PSU; null where it is the stratum that was sampled.</param>
/// <param name="Where">Where it is, as part of a sentence: "in stratum 'north'"; empty where there is only one.</param>
/// <param name="Units">The units that were sampled.</param>
/// <param name="Size">The number of its units, or the fraction of them that was sampled, as text; null if it is taken as infinite.</param>
internal readonly record struct SampledPopulation(string Stratum, string? Psu, string Where, long Units, string? Size);

/// <summary>The fractions of populations that were sampled, from their sizes.</summary>
internal static class SampledFractions
{
    /// <summary>The fraction of each; fractions are given where every number is at most 1, otherwise counts of units.</summary>
    /// <param name="populations">The populations.</param>
    /// <param name="units">What their units are, in the plural.</param>
    /// <exception cref="SamplingDesignException">A population is smaller than its sample, or there are both counts and fractions.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<SampledPopulation> populations, string units)
    {
        var numbers = populations.Select(NumberIn).ToList();
        var areFractions = numbers.TrueForAll(number => number <= 1);
        return [.. populations.Zip(numbers, (population, number) => areFractions ? number : FractionOf(population, number, units))];
    }

    private static double NumberIn(SampledPopulation population) =>
        population.Size is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.PositiveInfinity;

    private static double FractionOf(SampledPopulation population, double number, string units)
    {
        if (number < 1)
        {
            throw new SamplingDesignException(
                population.Stratum,
                population.Psu,
                $"found the fraction {population.Size} {population.Where} and a count in another",
                $"expected fractions in all {(population.Psu is null ? "strata" : "PSUs")} or counts in all");
        }
        if (number < population.Units)
        {
            throw new SamplingDesignException(
                population.Stratum,
                population.Psu,
                $"found a finite population of {population.Size}{(population.Where.Length == 0 ? "" : $" {population.Where}")}, "
                    + string.Create(CultureInfo.InvariantCulture, $"of which {population.Units} {units} were sampled"),
                $"expected at least as many {units} in the population as in the sample");
        }
        return population.Units / number;
    }
}
