using BackPain.Stats.Definitions;

namespace BackPain.Stats.Data.Problems;

/// <summary>What was asked for does not fit the kind of data, so the question has to change, not the file.</summary>
/// <param name="message">The sentence to show.</param>
public sealed class RequestException(string message) : RefusalException(Refusal.Request, message);
