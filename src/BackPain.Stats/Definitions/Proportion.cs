using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>An unweighted proportion: x cases among n persons.</summary>
public readonly record struct Proportion
{
    /// <summary>Creates a proportion from counts.</summary>
    /// <param name="cases">x, from 0 to <paramref name="persons"/>.</param>
    /// <param name="persons">n, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no persons, or the number of cases is negative or exceeds the number of persons.
    /// </exception>
    public Proportion(long cases, long persons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(persons, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, persons);
        (Cases, Persons) = (cases, persons);
    }

    /// <summary>x, the number of persons who have the condition.</summary>
    public long Cases { get; }

    /// <summary>n, the number of persons with a known answer.</summary>
    public long Persons { get; }

    /// <summary>The proportion with cases and non-cases exchanged.</summary>
    public Proportion Mirrored => new(Persons - Cases, Persons);

    /// <summary>p̂ = x/n, from 0 to 1.</summary>
    public double Value => (double)Cases / Persons;

    /// <summary>Returns the proportion as a fraction: 489/1913.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cases}/{Persons}");
}
