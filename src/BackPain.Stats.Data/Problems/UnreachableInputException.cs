using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>A file could not be opened.</summary>
/// <param name="wording">The sentence to show.</param>
public sealed class UnreachableInputException(Wording wording) : RefusalException(Refusal.Unreachable, wording);
