using System.Globalization;

namespace BackPain.Stats.Definitions;

/// <summary>Cases among persons: x of n, as counted.</summary>
public readonly record struct Proportion
{
    /// <summary>Makes a proportion of whole persons.</summary>
    /// <param name="cases">x, from 0 to <paramref name="persons"/>.</param>
    /// <param name="persons">n, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no persons, or cases are fewer than 0 or more than persons.</exception>
    public Proportion(long cases, long persons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(persons, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, persons);
        (Cases, Persons) = (cases, persons);
    }

    /// <summary>x, the persons who have the condition.</summary>
    public long Cases { get; }

    /// <summary>n, the persons who were asked and answered.</summary>
    public long Persons { get; }

    /// <summary>The same persons with cases and non-cases exchanged.</summary>
    public Proportion Mirrored => new(Persons - Cases, Persons);

    /// <summary>p̂ = x/n, from 0 to 1.</summary>
    public double Value => (double)Cases / Persons;

    /// <summary>The proportion as counted: 489/1913.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cases}/{Persons}");
}
