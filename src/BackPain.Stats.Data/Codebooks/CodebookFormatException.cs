namespace BackPain.Stats.Data.Codebooks;

/// <summary>A descriptor says something that cannot be used.</summary>
/// <param name="message">What was found and expected.</param>
public sealed class CodebookFormatException(string message) : Exception(message);
