using BackPain.Stats.Definitions;

namespace BackPain.Stats.Cli.Terminal;

/// <summary>A result could not be written.</summary>
/// <param name="message">The sentence to show.</param>
public sealed class UnwritableOutputException(string message) : RefusalException(Refusal.Unreachable, message);
