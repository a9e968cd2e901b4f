namespace BackPain.Stats.Data.Sources;

/// <summary>Whether a number may be a code for a missing answer.</summary>
internal static class MissingNumbers
{
    /// <summary>No number is without a digit: where no missing code has one, a number needs no look-up.</summary>
    public static bool AreAmong(IEnumerable<string> missing) => missing.Any(code => code.Any(char.IsAsciiDigit));
}
