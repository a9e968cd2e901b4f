namespace BackPain.Stats.Definitions;

/// <summary>What makes a person a case: an answer in a column, and the time the question asked about.</summary>
/// <param name="Column">The column of answers.</param>
/// <param name="Recall">Point, period or lifetime.</param>
/// <param name="Codes">The answers that are cases and non-cases; nothing where the usual ones are meant.</param>
public sealed record CaseDefinition(string Column, RecallPeriod Recall, OutcomeCodes? Codes = null);
