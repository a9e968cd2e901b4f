using System.Globalization;
using BackPain.Stats.Definitions;
using BackPain.Stats.Distributions;

namespace BackPain.Stats.Comparisons.Tests;

/// <summary>Two independent groups: x₁ cases among n₁ persons, compared with x₂ cases among n₂ persons of the reference.</summary>
/// <param name="Group">x₁ and n₁.</param>
/// <param name="Reference">x₂ and n₂.</param>
public readonly record struct TwoGroups(Proportion Group, Proportion Reference)
{
    private const double MostForExact = 1e12;

    /// <summary>x₁, as a double: products of counts would overflow 64-bit integers.</summary>
    public double X1 => Group.Cases;

    /// <summary>x₂.</summary>
    public double X2 => Reference.Cases;

    /// <summary>n₁.</summary>
    public double N1 => Group.Persons;

    /// <summary>n₂.</summary>
    public double N2 => Reference.Persons;

    /// <summary>The non-cases of the group.</summary>
    public double Y1 => Group.Persons - Group.Cases;

    /// <summary>The non-cases of the reference.</summary>
    public double Y2 => Reference.Persons - Reference.Cases;

    /// <summary>N = n₁ + n₂.</summary>
    public double N => N1 + N2;

    /// <summary>m = x₁ + x₂.</summary>
    public double M => X1 + X2;

    /// <summary>Whether nobody or everybody is a case, so that no test can tell the groups apart.</summary>
    public bool AllAreAlike => M == 0 || M == N;

    /// <summary>
    /// Whether exact limits and tests are computed; they take time in proportion to the square root of the number of persons.
    /// </summary>
    public bool AllowsExact => N <= MostForExact;

    /// <summary>x₁n₂ − x₂n₁, computed without rounding before the last step.</summary>
    public double Imbalance =>
        (double)(((Int128)Group.Cases * Reference.Persons) - ((Int128)Reference.Cases * Group.Persons));

    /// <summary>The distribution of x₁ when all margins are fixed.</summary>
    public Hypergeometric Tables => new(Group.Persons, Reference.Persons, Group.Cases + Reference.Cases);

    /// <summary>The groups exchanged.</summary>
    public TwoGroups Swapped => new(Reference, Group);

    /// <summary>Cases and non-cases exchanged.</summary>
    public TwoGroups Mirrored => new(Group.Mirrored, Reference.Mirrored);

    /// <summary>Returns "15/148 versus 30/160".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Group} versus {Reference}");
}
