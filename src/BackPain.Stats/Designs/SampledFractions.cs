using System.Globalization;

namespace BackPain.Stats.Designs;

/// <summary>A population that was sampled at one stage: a design stratum or a PSU.</summary>
/// <param name="Stratum">The name of the design stratum; empty if the design has none.</param>
/// <param name="Psu">The name of the PSU; null if the stratum was sampled.</param>
/// <param name="Where">Where it is, as part of a sentence: "in stratum 'north'"; empty if there is only one.</param>
/// <param name="Units">The number of units sampled.</param>
/// <param name="Size">The number of its units, or the fraction of them that was sampled, as text; null if it is taken as infinite.</param>
internal readonly record struct SampledPopulation(string Stratum, string? Psu, string Where, long Units, string? Size);

/// <summary>The sampled fractions of populations, computed from their sizes.</summary>
internal static class SampledFractions
{
    /// <summary>Returns the fraction of each. The sizes are fractions if every one is at most 1, otherwise numbers of units.</summary>
    /// <param name="populations">The populations.</param>
    /// <param name="units">The name of their units, in the plural.</param>
    /// <exception cref="SamplingDesignException">A population is smaller than its sample, or counts and fractions are mixed.</exception>
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
