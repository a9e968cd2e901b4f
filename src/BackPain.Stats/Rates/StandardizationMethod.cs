using BackPain.Stats.Intervals;

namespace BackPain.Stats.Rates;

/// <summary>
/// A method of computing limits for a standardized prevalence.
/// </summary>
public abstract class StandardizationMethod : DocumentedMethod;
