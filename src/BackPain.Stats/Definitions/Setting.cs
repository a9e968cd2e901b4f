namespace BackPain.Stats.Definitions;

/// <summary>Something that the user of a front end can choose, and that messages refer to. A front end has its own name for it.</summary>
/// <param name="Name">A neutral name.</param>
public sealed record Setting(string Name);
