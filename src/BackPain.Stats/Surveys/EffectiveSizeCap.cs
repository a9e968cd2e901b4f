namespace BackPain.Stats.Surveys;

/// <summary>To what Korn and Graubard's effective size is held.</summary>
/// <param name="Name">As typed.</param>
public sealed record EffectiveSizeCap(string Name)
{
    /// <summary>At most n, the number of persons, as NCHS does (Parker et al. 2017).</summary>
    public static EffectiveSizeCap Persons { get; } = new("n");

    /// <summary>As it comes out, also above n, as R's survey does.</summary>
    public static EffectiveSizeCap None { get; } = new("none");

    /// <summary>Both, the usual one first.</summary>
    public static IReadOnlyList<EffectiveSizeCap> All { get; } = [Persons, None];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
