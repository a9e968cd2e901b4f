namespace BackPain.Stats.Populations;

/// <summary>A group of a standard population.</summary>
/// <param name="Levels">Its level in each column of the standard.</param>
/// <param name="Weight">Its size in any unit, greater than 0.</param>
public sealed record StandardGroup(IReadOnlyList<string> Levels, double Weight)
{
    /// <summary>Returns its levels with commas between them.</summary>
    public override string ToString() => string.Join(", ", Levels);
}

/// <summary>A population whose mix of ages, or of anything else, prevalences are standardized to.</summary>
/// <param name="Name">The name, as typed.</param>
/// <param name="Title">What it is.</param>
/// <param name="Columns">The columns that its groups are crossed from.</param>
/// <param name="Groups">Its groups; each combination of levels occurs once.</param>
public sealed record StandardPopulation(string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<StandardGroup> Groups)
{
    /// <summary>The sum of the weights of all groups.</summary>
    public double Weight { get; } = Groups.Sum(group => group.Weight);
}
