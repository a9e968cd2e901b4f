namespace BackPain.Stats.Comparisons.Families;

/// <summary>The catalogue of adjustments for the number of comparisons.</summary>
public static class Multiplicities
{
    /// <summary>All adjustments, in display order.</summary>
    public static IReadOnlyList<Multiplicity> All { get; } =
    [
        new Holm(),
        new Bonferroni(),
        new Sidak(),
        new HolmSidak(),
        new Hochberg(),
        new BenjaminiHochberg(),
        new BenjaminiYekutieli(),
        new Unadjusted(),
    ];

    /// <summary>The default for more than one comparison.</summary>
    public static Multiplicity Default => All[0];

    /// <summary>Returns the adjustment with the given name, ignoring case, or null if there is none.</summary>
    public static Multiplicity? Find(string name) =>
        All.FirstOrDefault(known => known.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
