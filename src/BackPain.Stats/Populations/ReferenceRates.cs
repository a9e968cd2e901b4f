namespace BackPain.Stats.Populations;

/// <summary>A group of a reference population and its rate.</summary>
/// <param name="Levels">Its level in each column.</param>
/// <param name="Cases">The cases in the reference, weighted if it has weights.</param>
/// <param name="Persons">The persons in the reference, more than 0, weighted if it has weights.</param>
public sealed record ReferenceGroup(IReadOnlyList<string> Levels, double Cases, double Persons);

/// <summary>The prevalences of a reference population, from which the cases that would be expected in a sample follow.</summary>
/// <param name="Name">The name, as typed.</param>
/// <param name="Columns">The columns that its groups are crossed from.</param>
/// <param name="Groups">Its groups; each combination of levels occurs once.</param>
public sealed record ReferenceRates(string Name, IReadOnlyList<string> Columns, IReadOnlyList<ReferenceGroup> Groups);
