namespace BackPain.Stats.Domains;

/// <summary>One column of a breakdown and the level it has in a stratum.</summary>
/// <param name="Column">The column.</param>
/// <param name="Level">The level.</param>
public readonly record struct StratumLevel(string Column, string Level);
