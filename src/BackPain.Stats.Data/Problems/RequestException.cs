using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>What was asked for does not fit the kind of data, so the question has to change, not the file.</summary>
/// <param name="wording">The sentence to show.</param>
public sealed class RequestException(Wording wording) : RefusalException(Refusal.Request, wording);
