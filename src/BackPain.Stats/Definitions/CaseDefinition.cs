namespace BackPain.Stats.Definitions;

/// <summary>Defines a case: the answers in a column that count as the condition, and the time that the question covers.</summary>
/// <param name="Column">The column that holds the answers.</param>
/// <param name="Recall">The recall period: point, period or lifetime.</param>
/// <param name="Codes">The codes of cases and non-cases; null for the usual ones.</param>
public sealed record CaseDefinition(string Column, RecallPeriod Recall, OutcomeCodes? Codes = null);
