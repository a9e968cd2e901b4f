namespace BackPain.Stats.Domains;

/// <summary>One column of a breakdown and its level in a stratum.</summary>
/// <param name="Column">The name of the column.</param>
/// <param name="Level">The name of the level.</param>
public readonly record struct StratumLevel(string Column, string Level);
