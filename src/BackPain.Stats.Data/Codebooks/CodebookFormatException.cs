namespace BackPain.Stats.Data.Codebooks;

/// <summary>A descriptor says something that cannot be used.</summary>
/// <param name="message">What was found and expected.</param>
/// <param name="line">The line, from 1, as far as it is known.</param>
public sealed class CodebookFormatException(string message, long line = 1) : Exception(message)
{
    /// <summary>The line, from 1, as far as it is known.</summary>
    public long Line => line;
}
