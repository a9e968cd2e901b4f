namespace BackPain.Stats.Surveys;

/// <summary>The upper bound of Korn and Graubard's effective size.</summary>
/// <param name="Name">The name of the choice.</param>
public sealed record EffectiveSizeCap(string Name)
{
    /// <summary>At most n, the number of persons, as NCHS does (Parker et al. 2017).</summary>
    public static EffectiveSizeCap Persons { get; } = new("n");

    /// <summary>No bound: it may exceed n, as in R's survey package.</summary>
    public static EffectiveSizeCap None { get; } = new("none");

    /// <summary>Both, the default first.</summary>
    public static IReadOnlyList<EffectiveSizeCap> All { get; } = [Persons, None];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
