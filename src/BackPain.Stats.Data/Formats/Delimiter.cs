namespace BackPain.Stats.Data.Formats;

/// <summary>What can stand between the fields of a file.</summary>
public static class Delimiter
{
    /// <summary>Whether a character can: one of ASCII, but no quote and no end of a line.</summary>
    public static bool CanBe(char character) => char.IsAscii(character) && character is not ('"' or '\r' or '\n' or '\0');
}
