using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>A file could not be opened.</summary>
/// <param name="message">The sentence to show.</param>
public sealed class UnreachableInputException(string message) : RefusalException(Refusal.Unreachable, message);
